"""The rules: one module per family, one pure check per rule. The list is in `registry`."""
