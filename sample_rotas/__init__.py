"""Invented units that show and test what Heiltid does. No person in them is real."""
