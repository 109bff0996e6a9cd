"""Say plainly which part of the suite this machine cannot run, and how to have it. `make test` runs this first; CI refuses to go on."""

import os
import shutil
import sys

import psycopg

SERVER = "postgres://root@127.0.0.1:5432/postgres"


def chromium() -> str | None:
    """Return the path of a Chromium, or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def postgres() -> str | None:
    """Return the address of a PostgreSQL server where databases can be made, or None."""
    named = [os.environ.get(name, "") for name in ("POSTGRES_URL", "DATABASE_URL")]
    for url in (*named, SERVER):
        if not url.startswith("postgres"):
            continue
        try:
            with psycopg.connect(url, connect_timeout=3, autocommit=True) as connection:
                can_make = connection.execute("SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user").fetchone()
        except psycopg.OperationalError:
            continue
        if can_make and can_make[0]:
            return url
    return None


def main() -> int:
    """Print what is left out; return 1 where CI would miss it."""
    missing = 0
    if not chromium():
        print("The browser tests are left out: no Chromium was found.")
        print("To have them: apt-get install chromium (Debian, Ubuntu), or set CHROMIUM to the path of one.")
        missing += 1
    if not postgres():
        print("The tests that need PostgreSQL are left out: no server was found.")
        print("To have them: set POSTGRES_URL to one where databases can be made. DATABASE_URL runs the whole suite on it.")
        missing += 1
    return 1 if missing and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
