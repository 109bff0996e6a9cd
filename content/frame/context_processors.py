"""What the frame of every page needs: sections, languages, footer links. Lazy: nothing is asked where nothing is shown."""

from typing import Any

from django.http import HttpRequest

from content.frame.shell import Shell


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's data as `shell`."""
    return {"shell": Shell(request)}
