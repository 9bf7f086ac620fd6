"""Who gets what: the goals of a sharing, what the leader decides, and the reasons."""
