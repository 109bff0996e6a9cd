"""Announcements of adaptations, sent in the transaction of the change."""

from django.dispatch import Signal

adaptation_changed = Signal()  # adaptation: it is shown now, or no longer
