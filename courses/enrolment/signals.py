"""What enrolment announces, each in the transaction of the change; `now` is the moment."""

from django.dispatch import Signal

enrolled = Signal()  # enrolment, now: she takes part from now on
left = Signal()  # enrolment, now: she does not take part any more
