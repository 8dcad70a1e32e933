package names

// agree makes the labels of a document agree with each other.
func (d *document) agree(tags []uint8) {}
