"""What assessment announces, in the transaction of the change; `now` is the moment."""

from django.dispatch import Signal

attempt_finished = Signal()  # attempt, now: handed in, by its learner or by the clock
attempt_regraded = Signal()  # attempt, now: its score is another one
