"""What the text of a post tells about its language."""

from typing import NamedTuple

from django.conf import settings

from forums.languages.telling import guess, own_words

SHORTEST = 20  # letters of one's own words; fewer tell nothing
SURE = 0.5  # chance from which the text is believed
SURE_WITH_PRIOR = 0.35  # where it says what was supposed anyway


class Told(NamedTuple):
    """What a text tells: the language, empty for one that the site does not have, and whether it tells anything at all."""

    language: str
    is_sure: bool


def told_by(text: str, prior: str = "") -> Told:
    """Return what a text tells about its language, `prior` being the one supposed. Unsure: the text is short, or could be several."""
    words = own_words(text)
    if sum(sign.isalpha() for sign in words) < SHORTEST:
        return Told("", is_sure=False)
    code, chance = guess(words)
    is_ours = code in dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    is_sure = chance >= (SURE_WITH_PRIOR if is_ours and code == prior else SURE)
    return Told(code if is_ours and is_sure else "", is_sure)
