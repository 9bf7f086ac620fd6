"""Tables pasted from a spreadsheet: cut into cells, their columns recognised, their words understood."""
