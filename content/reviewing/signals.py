"""What this room announces."""

from django.dispatch import Signal

# page, stage (choices.Stage), by (a person or None), comment, now, round (a TaskState or None); sent in the transaction of the change.
stage_changed = Signal()
