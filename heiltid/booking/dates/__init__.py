"""A rota on its dates: rolled out over real weeks, with red days, absences and what people decide."""
