"""The engine: builds rotas and positions with OR-Tools CP-SAT. Knows the domain, never a window."""
