"""Charts painted by ourselves: each knows how to be a picture and a table."""
