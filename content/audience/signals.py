"""What this room announces."""

from django.dispatch import Signal

# Sent inside the transaction with translation_key, level, now.
access_changed = Signal()
