"""The read-only API of practices: what the library finds, asked in the library's own words, with the facets and their counts."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import override
from rest_framework.authentication import SessionAuthentication
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.rich_text import expand_db_html

from content.citing.linked import learning_resource
from content.citing.queries import pages_of, records_of
from content.exporting.codebook import as_object
from content.library.asking import Asked
from content.library.choices import FACETS, Sort
from content.library.facets import groups
from content.library.queries import Found, find
from content.pages.addresses import full
from content.practices.models import PracticePage
from content.practices.queries import practices_seen_by
from content.search.analysis import STEMMERS

LANGUAGES = tuple(STEMMERS)
MOST, FARTHEST = 20, 1_000_000
KNOWN = frozenset({"q", "search", "sort", "limit", "offset", "locale", "facets", "format", *FACETS})


class Practices(BaseAPIViewSet):
    """Practices under /api/v2/practices/. Signing in is for the site's door alone: no password is taken here."""

    name = "practices"
    model = PracticePage
    authentication_classes = [SessionAuthentication]
    renderer_classes = [JSONRenderer]

    def listing_view(self, request: Request) -> Response:
        """Answer with a slice of what is found, and with every facet. What a facet does not know finds nothing."""
        unknown = sorted(set(request.GET) - KNOWN)
        if unknown:
            raise BadRequestError(f"not known here: {', '.join(unknown)}")
        language, start = _language(request), _number(request, "offset", 0, FARTHEST)
        limit = _number(request, "limit", MOST, MOST)
        with override(language):
            found = find(_asked(request), user=request.user, language=language)
            records = records_of(pages_of(found.keys(start, start + limit), user=request.user, language=language)) if limit else []
            meta: dict[str, Any] = {"total_count": found.total}
            if request.GET.get("facets") != "no":
                meta["facets"] = _facets(found)
        return Response({"meta": meta, "items": [self._item(record) for record in records]})

    def detail_view(self, request: Request, pk: int) -> Response:
        """Answer with one practice in the language of its page. Raises Http404 for what this person may not read."""
        page = practices_seen_by(request.user).filter(pk=pk).select_related("locale").first()
        if page is None:
            raise Http404("not found")
        [record] = records_of([page])
        parts = {part.key: expand_db_html(part.html) for part in record.parts}
        return Response({**self._item(record), "id": page.pk, "html": parts, "json_ld": learning_resource(record)})

    def find_view(self, request: HttpRequest) -> HttpResponse:
        """Lead to the practice with this id, or with this key in the language asked for. Raises Http404 where there is none to read."""
        page = self._found(request)
        if page is None:
            raise Http404("not found")
        return HttpResponseRedirect(reverse("api:practices:detail", args=[page.pk]))

    def _found(self, request: HttpRequest) -> PracticePage | None:
        if key := request.GET.get("key"):
            try:
                pages = pages_of([UUID(key)], user=request.user, language=_language(request))
            except ValueError as error:
                raise BadRequestError("key is no UUID") from error
            return pages[0] if pages else None
        id = request.GET.get("id", "")
        if not (id.isascii() and id.isdecimal() and len(id) < 10):
            raise BadRequestError("say id or key")
        return practices_seen_by(request.user).filter(pk=int(id)).first()

    def _item(self, record: Any) -> dict[str, Any]:
        forms = ("bibtex", "ris", "csl", "jsonld")
        with override(record.language):
            cite = {form: full(reverse("practice-citation", args=[record.key, form])) for form in forms}
        meta = {"type": "content.PracticePage", "html_url": record.address, "translations": record.others, "cite": cite}
        return {"meta": meta, **as_object(record)}


def _asked(request: HttpRequest) -> Asked:
    given = QueryDict(mutable=True)
    given.update(request.GET)
    if "search" in given and "q" not in given:
        given["q"] = request.GET.get("search", "")
    if given.get("sort", "") not in ("", *Sort.values):
        raise BadRequestError(f"sort is one of: {', '.join(Sort.values)}")
    return Asked.read(given)


def _facets(found: Found) -> dict[str, list[dict[str, Any]]]:
    return {
        group.key: [{"value": one.key, "name": one.label, "count": one.count, "is_on": one.is_on} for one in group.options]
        for group in groups(found)
    }


def _language(request: HttpRequest) -> str:
    code = request.GET.get("locale", "pt")
    if code not in LANGUAGES:
        raise BadRequestError(f"locale is one of: {', '.join(LANGUAGES)}")
    return code


def _number(request: HttpRequest, name: str, otherwise: int, most: int) -> int:
    word = request.GET.get(name, str(otherwise))
    if not (word.isascii() and word.isdecimal() and len(word) < 10):
        raise BadRequestError(f"{name} must be a positive integer")
    if int(word) > most:
        raise BadRequestError(f"{name} cannot be higher than {most}")
    return int(word)
