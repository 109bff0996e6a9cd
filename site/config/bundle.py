"""Style sheets joined into one file, scripts into another: a finder of static files, so tests, whitenoise and `collectstatic` see the same.

Every sheet names its own cascade layer, so joining them in the order of the list is all that is needed.
A piece is never served by itself: one file costs one request.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage, Storage

COMPONENTS = [
    *("masthead", "button", "icon", "state", "band", "cloth", "entry", "units", "video", "facts", "notice", "field", "pager"),
    *("prose", "picture", "said", "folds", "timeline", "paper", "post", "queue", "question"),
]
SHEETS = [
    *(f"css/{name}.css" for name in ("layers", "reset", "tokens", "base", "layout")),
    *(f"css/components/{name}.css" for name in COMPONENTS),
    "css/pages/print.css",
    "css/utilities.css",
]
NAMES = ("draft_storage", "draft_sending", "drafts", "answers", "hand_in", "ordering", "place")
SCRIPTS = [f"js/{name}.js" for name in NAMES]  # joined into one module, in this order
BUNDLES = {name: pieces for name, pieces in {"css/site.css": SHEETS, "js/site.js": SCRIPTS}.items() if pieces}
PIECE_FOLDERS = ("css/", "js/")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"^\s+", re.MULTILINE)


def joined(name: str, source: Path) -> str:
    """Return the text of a bundle; style sheets lose their comments and indents."""
    text = "\n".join((source / piece).read_text(encoding="utf-8") for piece in BUNDLES[name])
    if name.endswith(".css"):
        text = INDENT.sub("", COMMENT.sub("", text))
    return text


def write(name: str, source: Path, target: Path) -> Path:
    """Write a bundle under `target` where it is missing or older than one of its pieces, or than this list; return its path."""
    path = target / name
    newest = max(file.stat().st_mtime for file in [*(source / piece for piece in BUNDLES[name]), Path(__file__)])
    if not path.exists() or path.stat().st_mtime < newest:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(joined(name, source), encoding="utf-8")
        draft.replace(path)  # two processes may write at once: each puts a whole file in place
    return path


class BundleFinder(FileSystemFinder):
    """Finds the bundles instead of their pieces, and all other files of STATICFILES_DIRS as ever."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(app_names, *args, **kwargs)
        self.source = Path(settings.STATICFILES_DIRS[0])
        self.target = Path(settings.STATIC_BUNDLE_ROOT)

    def find_location(self, root: Any, path: str, prefix: str | None = None) -> str | None:
        """Return where a file lies; a bundle is written first where that is due."""
        if path in BUNDLES:
            return str(write(path, self.source, self.target))
        return None if path.startswith(PIECE_FOLDERS) else super().find_location(root, path, prefix)

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        """Yield every file to collect."""
        for path, storage in super().list(ignore_patterns):
            if not path.startswith(PIECE_FOLDERS):
                yield path, storage
        storage = FileSystemStorage(location=self.target)
        for name in BUNDLES:
            write(name, self.source, self.target)
            yield name, storage
