//go:build !purego

#include "textflag.h"

// A panel of weights holds, for each pair of inputs, 16 outputs of two weights: 32
// bytes, which are widened to 16 bits. PMADDWD multiplies a pair of inputs with a pair of weights of each output
// and adds the two products.

// ROW adds the pair at XO of one row, broadcast, times 16 outputs in Y12 and Y13.
#define ROW(XO, LOW, HIGH) \
	VPBROADCASTD XO, Y14 \
	VPMADDWD Y12, Y14, Y15 \
	VPADDD Y15, LOW, LOW \
	VPMADDWD Y13, Y14, Y15 \
	VPADDD Y15, HIGH, HIGH

// ZERO6 clears the sums of six rows, STORE6 writes them.
#define ZERO6 \
	VPXOR Y0, Y0, Y0 \
	VPXOR Y1, Y1, Y1 \
	VPXOR Y2, Y2, Y2 \
	VPXOR Y3, Y3, Y3 \
	VPXOR Y4, Y4, Y4 \
	VPXOR Y5, Y5, Y5 \
	VPXOR Y6, Y6, Y6 \
	VPXOR Y7, Y7, Y7 \
	VPXOR Y8, Y8, Y8 \
	VPXOR Y9, Y9, Y9 \
	VPXOR Y10, Y10, Y10 \
	VPXOR Y11, Y11, Y11

#define STORE6 \
	LEAQ (DX)(DX*2), R10 \
	ADDQ DI, R10 \
	VMOVDQU Y0, (DI) \
	VMOVDQU Y1, 32(DI) \
	VMOVDQU Y2, (DI)(DX*1) \
	VMOVDQU Y3, 32(DI)(DX*1) \
	VMOVDQU Y4, (DI)(DX*2) \
	VMOVDQU Y5, 32(DI)(DX*2) \
	VMOVDQU Y6, (R10) \
	VMOVDQU Y7, 32(R10) \
	VMOVDQU Y8, (R10)(DX*1) \
	VMOVDQU Y9, 32(R10)(DX*1) \
	VMOVDQU Y10, (R10)(DX*2) \
	VMOVDQU Y11, 32(R10)(DX*2)

// func tileAVX2x6(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)
TEXT ·tileAVX2x6(SB), NOSPLIT, $0-48
	MOVQ groups+0(FP), CX
	MOVQ x+8(FP), R8
	MOVQ xStride+16(FP), R9
	MOVQ w+24(FP), BX
	MOVQ y+32(FP), DI
	MOVQ yStride+40(FP), DX
	LEAQ (R9)(R9*2), R11
	ADDQ R8, R11
	ZERO6
	PCALIGN $32
loop6:
	VPMOVSXBW (BX), Y12
	VPMOVSXBW 16(BX), Y13
	ROW((R8), Y0, Y1)
	ROW((R8)(R9*1), Y2, Y3)
	ROW((R8)(R9*2), Y4, Y5)
	ROW((R11), Y6, Y7)
	ROW((R11)(R9*1), Y8, Y9)
	ROW((R11)(R9*2), Y10, Y11)
	ADDQ $32, BX
	ADDQ $4, R8
	ADDQ $4, R11
	DECQ CX
	JNE  loop6
	STORE6
	VZEROUPPER
	RET

// FUSED does as ROW with one instruction for the product and the sum (VNNI).
#define FUSED(XO, LOW, HIGH) \
	VPBROADCASTD XO, Y14 \
	VPDPWSSD Y12, Y14, LOW \
	VPDPWSSD Y13, Y14, HIGH

// func tileVNNIx6(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)
TEXT ·tileVNNIx6(SB), NOSPLIT, $0-48
	MOVQ groups+0(FP), CX
	MOVQ x+8(FP), R8
	MOVQ xStride+16(FP), R9
	MOVQ w+24(FP), BX
	MOVQ y+32(FP), DI
	MOVQ yStride+40(FP), DX
	LEAQ (R9)(R9*2), R11
	ADDQ R8, R11
	ZERO6
	PCALIGN $32
loop6:
	VPMOVSXBW (BX), Y12
	VPMOVSXBW 16(BX), Y13
	FUSED((R8), Y0, Y1)
	FUSED((R8)(R9*1), Y2, Y3)
	FUSED((R8)(R9*2), Y4, Y5)
	FUSED((R11), Y6, Y7)
	FUSED((R11)(R9*1), Y8, Y9)
	FUSED((R11)(R9*2), Y10, Y11)
	ADDQ $32, BX
	ADDQ $4, R8
	ADDQ $4, R11
	DECQ CX
	JNE  loop6
	STORE6
	VZEROUPPER
	RET

// func tileAVX2x1(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)
TEXT ·tileAVX2x1(SB), NOSPLIT, $0-48
	MOVQ groups+0(FP), CX
	MOVQ x+8(FP), R8
	MOVQ w+24(FP), BX
	MOVQ y+32(FP), DI
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	PCALIGN $32
loop1:
	VPBROADCASTD (R8), Y14
	VPMOVSXBW (BX), Y12
	VPMADDWD Y12, Y14, Y12
	VPADDD Y12, Y0, Y0
	VPMOVSXBW 16(BX), Y13
	VPMADDWD Y13, Y14, Y13
	VPADDD Y13, Y1, Y1
	ADDQ $32, BX
	ADDQ $4, R8
	DECQ CX
	JNE  loop1
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VZEROUPPER
	RET

// WIDEN leaves the weights of 8 outputs at W in X8 and X9.
#define WIDEN(W) \
	MOVOU W, X9 \
	MOVO X9, X8 \
	PUNPCKLBW X8, X8 \
	PSRAW $8, X8 \
	PUNPCKHBW X9, X9 \
	PSRAW $8, X9

// HALF adds the pair at XO of one row times 8 outputs in X8 and X9.
#define HALF(XO, LOW, HIGH) \
	MOVSS XO, X10 \
	PSHUFD $0, X10, X10 \
	MOVOA X10, X11 \
	PMADDWL X8, X10 \
	PADDL X10, LOW \
	PMADDWL X9, X11 \
	PADDL X11, HIGH

// func tileSSE2x4(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)
TEXT ·tileSSE2x4(SB), NOSPLIT, $0-48
	MOVQ xStride+16(FP), R9
	MOVQ w+24(FP), SI
	MOVQ y+32(FP), DI
	MOVQ yStride+40(FP), DX
	LEAQ (R9)(R9*2), R11
	LEAQ (DX)(DX*2), R10
	MOVQ $2, AX // halves of the panel
half4:
	MOVQ groups+0(FP), CX
	MOVQ x+8(FP), R8
	MOVQ SI, BX
	PXOR X0, X0
	PXOR X1, X1
	PXOR X2, X2
	PXOR X3, X3
	PXOR X4, X4
	PXOR X5, X5
	PXOR X6, X6
	PXOR X7, X7
	PCALIGN $32
loop4:
	WIDEN((BX))
	HALF((R8), X0, X1)
	HALF((R8)(R9*1), X2, X3)
	HALF((R8)(R9*2), X4, X5)
	HALF((R8)(R11*1), X6, X7)
	ADDQ $32, BX
	ADDQ $4, R8
	DECQ CX
	JNE  loop4
	MOVOU X0, (DI)
	MOVOU X1, 16(DI)
	MOVOU X2, (DI)(DX*1)
	MOVOU X3, 16(DI)(DX*1)
	MOVOU X4, (DI)(DX*2)
	MOVOU X5, 16(DI)(DX*2)
	MOVOU X6, (DI)(R10*1)
	MOVOU X7, 16(DI)(R10*1)
	ADDQ $16, SI
	ADDQ $32, DI
	DECQ AX
	JNE  half4
	RET

// func tileSSE2x1(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)
TEXT ·tileSSE2x1(SB), NOSPLIT, $0-48
	MOVQ groups+0(FP), CX
	MOVQ x+8(FP), R8
	MOVQ w+24(FP), BX
	MOVQ y+32(FP), DI
	PXOR X0, X0
	PXOR X1, X1
	PXOR X2, X2
	PXOR X3, X3
	PCALIGN $32
loop1:
	WIDEN((BX))
	HALF((R8), X0, X1)
	WIDEN(16(BX))
	HALF((R8), X2, X3)
	ADDQ $32, BX
	ADDQ $4, R8
	DECQ CX
	JNE  loop1
	MOVOU X0, (DI)
	MOVOU X1, 16(DI)
	MOVOU X2, 32(DI)
	MOVOU X3, 48(DI)
	RET
