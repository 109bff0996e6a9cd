"""What happens to what guests write, one verb a file."""

from forums.guestbook.actions.ask import ask_to_confirm, mail_link, may_mail
from forums.guestbook.actions.claim import claim
from forums.guestbook.actions.confirm import confirm
from forums.guestbook.actions.forget import forget, forget_selves
from forums.guestbook.actions.vanish import sweep_unconfirmed

__all__ = ["ask_to_confirm", "claim", "confirm", "forget", "forget_selves", "mail_link", "may_mail", "sweep_unconfirmed"]
