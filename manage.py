#!/usr/bin/env python
"""Run a management command. `site/` is put on the path as a plain folder: it bears the name of one of Python's own modules."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Hand the command line to Django."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    if sys.argv[1:2] == ["serve"]:
        from operations.serving.start import main as serve  # noqa: PLC0415 - the path must stand first; Django need not load for the supervisor

        sys.exit(serve(sys.argv[2:]))
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - the path must stand first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
