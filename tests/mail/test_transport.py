"""What refusals mean."""

import smtplib
import ssl

import pytest

from mail.transport import judged


@pytest.mark.parametrize(
    ("error", "is_final", "is_unknown"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"5.1.1 unknown")}), True, True),
        (smtplib.SMTPRecipientsRefused({"a": (550, b"mailbox unavailable")}), True, False),
        (smtplib.SMTPRecipientsRefused({"a": (451, b"5.1.1 odd")}), False, False),
        (smtplib.SMTPDataError(554, b"5.7.1 spam"), True, False),
        (smtplib.SMTPDataError(451, b"later"), False, False),
        (smtplib.SMTPSenderRefused(550, b"5.1.8 who are you", "me"), False, False),
        (smtplib.SMTPAuthenticationError(535, b"5.7.8 wrong password"), False, False),
        (smtplib.SMTPServerDisconnected("gone"), False, False),
        (smtplib.SMTPNotSupportedError("STARTTLS"), False, False),
        (TimeoutError("slow"), False, False),
        (ssl.SSLCertVerificationError("self-signed"), False, False),
        (OSError(101, "no network"), False, False),
        (UnicodeEncodeError("ascii", "é", 0, 1, "no"), True, False),
        (ValueError("bad header"), True, False),
    ],
)
def test_only_what_speaks_of_this_mail_is_final(error, is_final, is_unknown):
    refusal = judged(error)
    assert (refusal.is_final, refusal.is_unknown) == (is_final, is_unknown)
    assert refusal.reason


def test_words_that_are_no_text_do_not_stop_the_judging():
    assert "\ufffd" in judged(smtplib.SMTPDataError(554, b"\xff\xfe")).reason
