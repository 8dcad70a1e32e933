//go:build !purego

#include "textflag.h"

// Four numbers at a time, in the order of the plain Go of float.go: no two of them
// are added that it does not add, and no product is fused.

// func scaleSSE2(y *float32, sums *int32, scale, bias *float32, unit float32, n int)
TEXT ·scaleSSE2(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ sums+8(FP), SI
	MOVQ scale+16(FP), BX
	MOVQ bias+24(FP), DX
	MOVSS unit+32(FP), X7
	SHUFPS $0, X7, X7
	MOVQ n+40(FP), CX
loop:
	MOVOU (SI), X0
	CVTPL2PS X0, X0
	MOVUPS (BX), X1
	MULPS X7, X1
	MULPS X1, X0
	MOVUPS (DX), X2
	ADDPS X2, X0
	MOVUPS X0, (DI)
	ADDQ $16, SI
	ADDQ $16, BX
	ADDQ $16, DX
	ADDQ $16, DI
	SUBQ $4, CX
	JNE  loop
	RET

// PIECE leaves sums·(scale·unit)+bias of four outputs in Y.
#define PIECE(SUMS, SCALE, BIAS, Y) \
	MOVOU SUMS, Y \
	CVTPL2PS Y, Y \
	MOVUPS SCALE, X4 \
	MULPS X7, X4 \
	MULPS X4, Y \
	MOVUPS BIAS, X5 \
	ADDPS X5, Y

// func maxoutSSE2(y *float32, sums *int32, scale, bias *float32, unit float32, n int)
TEXT ·maxoutSSE2(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ sums+8(FP), SI
	MOVQ scale+16(FP), BX
	MOVQ bias+24(FP), DX
	MOVSS unit+32(FP), X7
	SHUFPS $0, X7, X7
	MOVQ n+40(FP), CX
	MOVQ CX, R8
	SHLQ $2, R8 // bytes of a piece
loop:
	PIECE((SI), (BX), (DX), X0)
	PIECE((SI)(R8*1), (BX)(R8*1), (DX)(R8*1), X1)
	PIECE((SI)(R8*2), (BX)(R8*2), (DX)(R8*2), X2)
	MAXPS X1, X0
	MAXPS X2, X0
	MOVUPS X0, (DI)
	ADDQ $16, SI
	ADDQ $16, BX
	ADDQ $16, DX
	ADDQ $16, DI
	SUBQ $4, CX
	JNE  loop
	RET

// func dotSSE2(a, b *float32, n int) float32
TEXT ·dotSSE2(SB), NOSPLIT, $0-28
	MOVQ a+0(FP), SI
	MOVQ b+8(FP), DI
	MOVQ n+16(FP), CX
	XORPS X0, X0
loop:
	MOVUPS (SI), X1
	MOVUPS (DI), X2
	MULPS X2, X1
	ADDPS X1, X0
	ADDQ $16, SI
	ADDQ $16, DI
	SUBQ $4, CX
	JNE  loop
	// (s0+s1)+(s2+s3)
	MOVAPS X0, X1
	SHUFPS $0xB1, X1, X1
	ADDPS X1, X0
	MOVAPS X0, X1
	SHUFPS $0x4E, X1, X1
	ADDSS X1, X0
	MOVSS X0, ret+24(FP)
	RET

// func sumSSE2(x *float32, n int) float32
TEXT ·sumSSE2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	XORPS X0, X0
loop:
	MOVUPS (SI), X1
	ADDPS X1, X0
	ADDQ $16, SI
	SUBQ $4, CX
	JNE  loop
	MOVAPS X0, X1
	SHUFPS $0xB1, X1, X1
	ADDPS X1, X0
	MOVAPS X0, X1
	SHUFPS $0x4E, X1, X1
	ADDSS X1, X0
	MOVSS X0, ret+16(FP)
	RET

// func affineSSE2(x, gain, shift *float32, by float32, n int)
TEXT ·affineSSE2(SB), NOSPLIT, $0-40
	MOVQ x+0(FP), DI
	MOVQ gain+8(FP), SI
	MOVQ shift+16(FP), BX
	MOVSS by+24(FP), X7
	SHUFPS $0, X7, X7
	MOVQ n+32(FP), CX
loop:
	MOVUPS (DI), X0
	MULPS X7, X0
	MOVUPS (SI), X1
	MULPS X1, X0
	MOVUPS (BX), X2
	ADDPS X2, X0
	MOVUPS X0, (DI)
	ADDQ $16, DI
	ADDQ $16, SI
	ADDQ $16, BX
	SUBQ $4, CX
	JNE  loop
	RET

// func addSSE2(d, s *float32, n int)
TEXT ·addSSE2(SB), NOSPLIT, $0-24
	MOVQ d+0(FP), DI
	MOVQ s+8(FP), SI
	MOVQ n+16(FP), CX
loop:
	MOVUPS (DI), X0
	MOVUPS (SI), X1
	ADDPS X1, X0
	MOVUPS X0, (DI)
	ADDQ $16, DI
	ADDQ $16, SI
	SUBQ $4, CX
	JNE  loop
	RET

// func largestSSE2(x *float32, n int) uint32
TEXT ·largestSSE2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	PCMPEQL X3, X3
	PSRLL $1, X3 // all bits but the sign
	PXOR X0, X0
loop:
	MOVOU (SI), X1
	PAND X3, X1
	// both are positive as integers: the larger of each
	MOVO X1, X2
	PCMPGTL X0, X2
	PAND X2, X1
	PANDN X0, X2
	POR X2, X1
	MOVO X1, X0
	ADDQ $16, SI
	SUBQ $4, CX
	JNE  loop
	MOVQ X0, AX
	PSRLO $8, X0
	MOVQ X0, BX
	MOVL AX, CX
	SHRQ $32, AX
	CMPL AX, CX
	CMOVLCS CX, AX
	MOVL BX, CX
	SHRQ $32, BX
	CMPL AX, CX
	CMOVLCS CX, AX
	CMPL AX, BX
	CMOVLCS BX, AX
	MOVL AX, ret+16(FP)
	RET

// func roundSSE2(d *int16, x *float32, by float32, n int)
TEXT ·roundSSE2(SB), NOSPLIT, $0-32
	MOVQ d+0(FP), DI
	MOVQ x+8(FP), SI
	MOVSS by+16(FP), X7
	SHUFPS $0, X7, X7
	MOVQ n+24(FP), CX
loop:
	MOVUPS (SI), X0
	MOVUPS 16(SI), X1
	MULPS X7, X0
	MULPS X7, X1
	CVTPS2PL X0, X0
	CVTPS2PL X1, X1
	PACKSSLW X1, X0
	MOVOU X0, (DI)
	ADDQ $32, SI
	ADDQ $16, DI
	SUBQ $8, CX
	JNE  loop
	RET

DATA expConst<>+0(SB)/4, $0xc2ae0000  // -87
DATA expConst<>+4(SB)/4, $0x42ae0000  // 87
DATA expConst<>+8(SB)/4, $0x3fb8aa3b  // 1/ln 2
DATA expConst<>+12(SB)/4, $0x4b400000 // 1.5·2²³
DATA expConst<>+16(SB)/4, $0x3f318000 // ln 2, upper part
DATA expConst<>+20(SB)/4, $0xb95e8083 // and lower part
DATA expConst<>+24(SB)/4, $0x39506967
DATA expConst<>+28(SB)/4, $0x3ab743ce
DATA expConst<>+32(SB)/4, $0x3c088908
DATA expConst<>+36(SB)/4, $0x3d2aa9c1
DATA expConst<>+40(SB)/4, $0x3e2aaaaa
DATA expConst<>+44(SB)/4, $0x3f000000
DATA expConst<>+48(SB)/4, $0x3f800000 // 1
DATA expConst<>+52(SB)/4, $0x40000000 // 2
GLOBL expConst<>(SB), RODATA|NOPTR, $56

// SAME broadcasts a constant.
#define SAME(OFFSET, X) \
	MOVSS expConst<>+OFFSET(SB), X \
	SHUFPS $0, X, X

// TERM is p = p·r + the constant.
#define TERM(OFFSET) \
	MULPS X10, X12 \
	SAME(OFFSET, X11) \
	ADDPS X11, X12

// EXP takes X10 to its exponential in X12, as exp of float.go. X9 to X13 change.
#define EXP \
	SAME(0, X11) \
	MAXPS X11, X10 \
	SAME(4, X11) \
	MINPS X11, X10 \
	MOVAPS X10, X13 \
	SAME(8, X11) \
	MULPS X11, X13 \
	SAME(12, X11) \
	ADDPS X11, X13 \
	SUBPS X11, X13 \
	MOVAPS X13, X9 \
	SAME(16, X11) \
	MULPS X11, X9 \
	SUBPS X9, X10 \
	MOVAPS X13, X9 \
	SAME(20, X11) \
	MULPS X11, X9 \
	SUBPS X9, X10 \
	SAME(24, X12) \
	TERM(28) \
	TERM(32) \
	TERM(36) \
	TERM(40) \
	TERM(44) \
	MULPS X10, X12 \
	MULPS X10, X12 \
	ADDPS X10, X12 \
	SAME(48, X11) \
	ADDPS X11, X12 \
	CVTPS2PL X13, X13 \
	PSLLL $23, X13 \
	PADDL X13, X12

// GATE leaves 1/(1+exp(-(A+H))) in Y.
#define GATE(A, H, Y) \
	MOVUPS A, X0 \
	MOVUPS H, X1 \
	ADDPS X1, X0 \
	XORPS X10, X10 \
	SUBPS X0, X10 \
	EXP \
	ADDPS X11, X12 \
	MOVAPS X11, Y \
	DIVPS X12, Y

// func gatesSSE2(state, a, h *float32, n int)
TEXT ·gatesSSE2(SB), NOSPLIT, $0-32
	MOVQ state+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ h+16(FP), BX
	MOVQ n+24(FP), CX
	MOVQ CX, R8
	SHLQ $2, R8 // bytes of a gate
loop:
	GATE((SI), (BX), X5) // reset
	GATE((SI)(R8*1), (BX)(R8*1), X6) // update
	MOVUPS (BX)(R8*2), X0
	MULPS X5, X0
	MOVUPS (SI)(R8*2), X10
	ADDPS X0, X10
	SAME(52, X11)
	MULPS X11, X10
	EXP
	ADDPS X11, X12
	SAME(52, X10)
	DIVPS X12, X10
	MOVAPS X11, X7
	SUBPS X10, X7 // fresh
	SUBPS X6, X11 // 1-update
	MULPS X11, X7
	MOVUPS (DI), X0
	MULPS X6, X0
	ADDPS X0, X7
	MOVUPS X7, (DI)
	ADDQ $16, SI
	ADDQ $16, BX
	ADDQ $16, DI
	SUBQ $4, CX
	JNE  loop
	RET

// func addRowSSE2(d *float32, row *byte, by float32, n int)
TEXT ·addRowSSE2(SB), NOSPLIT, $0-32
	MOVQ d+0(FP), DI
	MOVQ row+8(FP), SI
	MOVSS by+16(FP), X7
	SHUFPS $0, X7, X7
	MOVQ n+24(FP), CX
loop:
	MOVQ (SI), X0
	PUNPCKLBW X0, X0
	PSRAW $8, X0 // eight numbers of 16 bits with their sign
	MOVO X0, X1
	PUNPCKLWL X0, X0
	PSRAL $16, X0
	PUNPCKHWL X1, X1
	PSRAL $16, X1
	CVTPL2PS X0, X0
	CVTPL2PS X1, X1
	MULPS X7, X0
	MULPS X7, X1
	MOVUPS (DI), X2
	MOVUPS 16(DI), X3
	ADDPS X0, X2
	ADDPS X1, X3
	MOVUPS X2, (DI)
	MOVUPS X3, 16(DI)
	ADDQ $8, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JNE  loop
	RET
