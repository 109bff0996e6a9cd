"""What happens to a mail, one verb a file."""

from .deliver import deliver
from .keep import clear_texts, erase, forget_old
from .retry import requeue_due, try_again
from .suppress import resume, suppress, suppress_address
from .write import write, write_from_template

__all__ = [
    "clear_texts",
    "deliver",
    "erase",
    "forget_old",
    "requeue_due",
    "resume",
    "suppress",
    "suppress_address",
    "try_again",
    "write",
    "write_from_template",
]
