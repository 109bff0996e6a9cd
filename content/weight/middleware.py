"""Writes its weight into each page once the page is written. Stands inside the compression, next to the views."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from content.weight.line import PLACE, filled

MARK = PLACE.encode()


def weight_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Fill the place of the weight line in every HTML page; all else passes as it is."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.streaming and MARK in response.content and response.get("Content-Type", "").startswith("text/html"):
            response.content = filled(response.text)
            patch_vary_headers(response, ["Save-Data", "Cookie"])  # how much a page may weigh is the reader's wish
        return response

    return answer
