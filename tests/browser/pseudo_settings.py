"""The embedded site in a pseudo-language: every message of a catalogue stands in brackets, so what has none is a bare string."""

from config.settings.development import *  # noqa: F403
from config.settings.parts.environment import DATA_DIR

LOCALE_PATHS = [DATA_DIR / "pseudo"]
