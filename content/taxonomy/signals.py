"""Announcements of the taxonomy."""

from django.dispatch import Signal

taxonomy_changed = Signal()  # sender: the model of which a row, or whose members, changed
