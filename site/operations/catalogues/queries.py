"""Where this project's sources and catalogues lie."""

from pathlib import Path

from django.conf import settings

from .extraction import Message, messages_of, source_files

STOREYS = ("site", "content", "forums", "courses", "certificates")


def catalogues_folder() -> Path:
    """Return the folder of the catalogues."""
    return Path(settings.BASE_DIR) / "locale"


def source_messages() -> list[Message]:
    """Return every message of the project's sources."""
    return messages_of(source_files(*[Path(settings.BASE_DIR) / name for name in STOREYS]))
