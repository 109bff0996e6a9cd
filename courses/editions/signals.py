"""What editions announce, each in the transaction of the change; `now` is the moment."""

from django.dispatch import Signal

edition_changed = Signal()  # edition, now: its places, dates or ways in may be others
edition_announced = Signal()  # edition, now: people find it from now on
edition_closed = Signal()  # edition, now: its figures are frozen
