"""Practices adapted elsewhere: told by members, looked at by editors, shown as a family."""
