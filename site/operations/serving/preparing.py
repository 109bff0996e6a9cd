"""What must be done before the site can be served, each with the stamp that says whether it is done already."""

from .place import REPOSITORY, Place
from .stamps import Stamp, files_under, fingerprint

APPS = [REPOSITORY / name for name in ("site", "content", "forums", "courses", "certificates")]
PACKAGES = REPOSITORY / "requirements.txt"


def tasks(place: Place) -> list[tuple[str, list[str], Stamp]]:
    """Return (what, arguments for manage.py, stamp) of what can be done side by side."""
    return [
        ("the database", ["prepare"], _database_stamp(place)),
        ("static files", ["collectstatic", "--no-input", "--clear", "--verbosity", "0"], _static_stamp(place)),
    ]


def _database_stamp(place: Place) -> Stamp:
    """Fresh while sources, settings and the database file are those of last time; never for a database that a server keeps."""
    file = place.data / "db.sqlite3"
    identity = str(file.stat().st_ino) if file.exists() else "missing"
    words = [place.environment.get(name, "") for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SITE_URL")]
    sources = files_under(*APPS, PACKAGES, suffixes=(".py", ".json", ".md", ".txt", ".html"))
    current = "" if place.environment.get("DATABASE_URL") else fingerprint(sources, identity, *words)
    return Stamp(place.data / "prepared" / "database", current)


def _static_stamp(place: Place) -> Stamp:
    """Fresh while no static file, no package and no rule of collecting changed, and the collected files are there."""
    sources = files_under(*[folder for app in APPS for folder in app.rglob("static")], PACKAGES, REPOSITORY / "site" / "config")
    manifest = place.data / "static" / "staticfiles.json"
    return Stamp(place.data / "prepared" / "static", fingerprint(sources, str(manifest.exists())))
