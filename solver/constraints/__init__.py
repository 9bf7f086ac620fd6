"""The rules as constraints: one function per rule, same names as heiltid/rules, nothing shared with them.

Each takes (piece, person index) and speaks only of instances that touch a free cell.
"""
