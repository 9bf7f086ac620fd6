"""The parts of the report for the discussion, one module each; `discussion_report` puts them together."""
