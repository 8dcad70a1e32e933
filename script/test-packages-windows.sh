test_windows() { :; }
