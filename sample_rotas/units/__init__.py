"""One module per sample; each has `build() -> Unit`, plain values without randomness."""
