"""A shared list confirmed, and what it brought everybody."""
