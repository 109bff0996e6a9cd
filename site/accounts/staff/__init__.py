"""Staff's screens about people, inside Wagtail's admin."""
