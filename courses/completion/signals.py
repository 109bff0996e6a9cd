"""What completion announces, in the transaction of the change; `now` is the moment."""

from django.dispatch import Signal

unit_done = Signal()  # enrolment, unit_key, now
course_completed = Signal()  # completion, now: for the first time
