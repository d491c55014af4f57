"""Lines of sums: print and handwriting in one line reader that tells them apart."""
