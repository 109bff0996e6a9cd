"""Mail addresses and web addresses in a text, told apart."""

import re

from content.mentions.spans import Mention

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ENDINGS = "org|com|net|int|gov|gob|gouv|edu|info|eu|br|pt|ao|mz|cv|st|gw|tl|gq|es|fr|mx|ar|cl|co|pe|bo|uy|py|ec|cr|ch|uk"
SITE = re.compile(
    rf"(?<![\w@.-])(?:https?://|www\.)[^\s<>|\"“”]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:{ENDINGS})(?![\w@-])(?:/[^\s<>|\"“”]*)?", re.IGNORECASE
)
TRAILING = ".,;:!?)]}'’»…"


def find_mails(text: str) -> list[Mention[str]]:
    """Return the mail addresses, as they are written."""
    return [Mention(found.start(), found.end(), found[0], found[0]) for found in MAIL.finditer(text)]


def find_sites(text: str) -> list[Mention[str]]:
    """Return the web addresses; the value is whole, with https:// where the text leaves it out."""
    mails, found = find_mails(text), []
    for site in SITE.finditer(text):
        written = site[0].rstrip(TRAILING)
        if written.count("(") > written.count(")"):
            written += ")" if site[0][len(written) :].startswith(")") else ""
        if not any(mail.start <= site.start() < mail.end for mail in mails):
            value = written if "://" in written else f"https://{written}"
            found.append(Mention(site.start(), site.start() + len(written), written, value))
    return found
