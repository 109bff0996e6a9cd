"""A file of either format, read."""

from itertools import islice

from django.utils.translation import gettext as _

from courses.formats.choices import MOST_BYTES, MOST_QUESTIONS, Format
from courses.formats.gift_reading import read_gift
from courses.formats.items import Item, Left, Unreadable
from courses.formats.xml_reading import read_moodle_xml


def read_questions(data: bytes, form: str, most: int = MOST_QUESTIONS) -> list[Item | Left]:
    """Return the questions of a file and those that are left out, in order. Raises Unreadable with a sentence."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 20 MB."))
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    found = list(islice(read_gift(data) if form == Format.GIFT else read_moodle_xml(data), most + 1))
    if len(found) > most:
        raise Unreadable(_("The file holds more than %(most)d questions: bring it in in parts.") % {"most": most})
    return found
