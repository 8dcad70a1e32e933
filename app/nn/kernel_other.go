package nn

// packed are weights as the kernel of this processor wants them.
type packed = swar

func pack(weights []int8, out, in int) packed { return packSwar(weights, out, in) }
