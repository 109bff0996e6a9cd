"""What people do with contributions, one verb or two a file."""

from .begin import begin, throw_away
from .files import add_file, remove_file
from .people import invite, join, part_with
from .save import Saved, save_part, tick_leftovers
from .send import send, take_back, withdraw
from .taking_over import take_over

__all__ = [
    "Saved",
    "add_file",
    "begin",
    "invite",
    "join",
    "part_with",
    "remove_file",
    "save_part",
    "send",
    "take_back",
    "take_over",
    "throw_away",
    "tick_leftovers",
    "withdraw",
]
