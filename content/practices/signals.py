"""Announcements of the library, sent in the transaction of the change; `page` is a PracticePage that is no alias."""

from django.dispatch import Signal

practice_published = Signal()  # page
practice_withdrawn = Signal()  # page: unpublished; its `withdrawn_reason` says why, where a reason was given
facts_spread = Signal()  # page: its facts were rewritten by another language's publication
