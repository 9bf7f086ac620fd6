"""Every change the window makes to a unit and its plans: pure functions from frozen values to new ones."""
