"""The content policy by place: strict everywhere; under /admin/ Wagtail may run its own inline script and style.

Measured on Wagtail 8 and wagtail-localize: date choosers, chooser addresses and editors write inline script and style; no public page does.
"""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

EDITORS_DESK = "/admin/"
EDITORS_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "worker-src": [SELF, "blob:"],
    "frame-ancestors": [SELF],  # its previews stand in frames of its own
}


class EditorsPolicy:
    """Stands inside django-csp's middleware and loosens the policy under the editors' desk only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say which directives django-csp is to replace in this answer, and who may frame it."""
        response = self.get_response(request)
        if request.path_info.startswith(EDITORS_DESK):
            response._csp_replace = EDITORS_POLICY  # type: ignore[attr-defined]
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response
