"""What happens to editions, one verb a file."""

from courses.editions.actions.audit import note_act

__all__ = ["note_act"]
