"""Lists of open shifts out, answers in, and what became of them."""
