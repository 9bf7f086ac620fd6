"""What the command line shows: tables, progress, findings and problems, in the user's language."""
