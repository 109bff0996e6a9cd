"""Names of languages, in the language of the interface and in their own."""

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

ORIGINALS = ("pt", "en", "es", "fr", "ar", "de", "it", "ru", "tet", "zh")
OWN_NAMES = {"pt": "Português", "pt-br": "Português (Brasil)", "en": "English", "es": "Español", "fr": "Français"}


def language_name(code: str) -> str:
    """Return what this language is called in the middle of a sentence of the interface's language, or its code."""
    here = get_language() or "en"
    try:
        locale = Locale.parse({"pt": "pt_PT"}.get(here, here).replace("-", "_"))
        return locale.languages.get(Locale.parse(code, sep="-").language, code)
    except (UnknownLocaleError, ValueError):
        return code


def language_choices(present: str = "") -> list[tuple[str, str]]:
    """Return the languages that an original may be in, the first being this page's own; `present` is kept whatever it is."""
    codes = [*ORIGINALS, *([present] if present and present not in ORIGINALS else [])]
    return [("", _("the language of this page")), *((code, language_name(code)) for code in codes)]
