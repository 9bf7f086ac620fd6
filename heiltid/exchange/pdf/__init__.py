"""Papers: the report for the discussion with the union representatives, and what they are drawn with."""
