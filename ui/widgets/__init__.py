"""Building blocks that several pages use; they know values, never the document."""
