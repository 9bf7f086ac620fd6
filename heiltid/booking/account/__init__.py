"""Extra hours over twelve months, and the positions they correspond to."""
