"""What menus and shortcuts run, by owner; the table is ui/actions.py."""
