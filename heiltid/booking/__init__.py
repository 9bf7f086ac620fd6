"""From a cyclic rota to real dates, what is open there, and who may take it."""
