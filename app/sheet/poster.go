package sheet

func (l *layout) poster() {}
