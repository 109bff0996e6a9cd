"""What discussions announce, each in the transaction of the change. Senders are models; `now` is the moment."""

from django.dispatch import Signal

post_written = Signal()  # post, now: a new text is kept, in whatever state
post_published = Signal()  # post, now: others can read it from now on, for the first time
post_restored = Signal()  # post, now: it is read again, after it had been taken down
post_edited = Signal()  # post, now: its text has changed, or its topic's title
post_language_said = Signal()  # post: it is known to be in another language
post_removed = Signal()  # post, now: it is no longer read
