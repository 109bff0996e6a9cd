"""How long to wait, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def in_words(seconds: int) -> str:
    """Return “30 seconds” or “2 minutes”, rounded up."""
    if seconds < 60:
        return ngettext("%(number)d second", "%(number)d seconds", seconds) % {"number": seconds}
    minutes = -(-seconds // 60)
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}


def sentence(seconds: int) -> str:
    """Tell when to try again, and that the other ways stay open."""
    return _("Too many wrong tries. Try again in %(wait)s, or use another way to sign in.") % {"wait": in_words(seconds)}


def mail_sentence(seconds: int) -> str:
    """Tell when another mail can be asked for."""
    return _("Several mails are already on their way. Ask for another one in %(wait)s.") % {"wait": in_words(seconds)}
