"""What the window advises on one cell: who could take a shift, why one stands where it does."""
