"""What Django or a library mails becomes rows."""

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.utils import translation

from mail.models import Message

pytestmark = pytest.mark.django_db


def _rows():
    return get_connection("mail.backend.RowBackend")


def test_each_recipient_gets_a_row_of_her_own():
    mail = EmailMultiAlternatives("A page waits", "For you.", to=["ana@example.org"], cc=["rui@example.org"], connection=_rows())
    mail.attach_alternative("<p>For you.</p>", "text/html")
    with translation.override("fr"):
        mail.send()
    rows = Message.objects.order_by("id").values_list("to", "subject", "html", "language", "is_essential")
    assert list(rows) == [(to, "A page waits", "<p>For you.</p>", "fr", True) for to in ("ana@example.org", "rui@example.org")]


def test_an_attachment_is_refused_rather_than_lost():
    mail = EmailMessage("A file", "Here.", to=["ana@example.org"], connection=_rows())
    mail.attach("a.txt", "text", "text/plain")
    with pytest.raises(ValueError, match="attachments"):
        mail.send()
