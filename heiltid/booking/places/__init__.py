"""Open shifts: which there are, who may take each, and how it counts."""
