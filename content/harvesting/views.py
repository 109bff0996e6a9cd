"""The one address that harvesters ask."""

from collections.abc import Iterable
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from content.citing.styles import SITE
from content.harvesting import queries, writing
from content.harvesting.protocol import LISTING, Question, Wrong, named, read
from content.harvesting.tokens import place_of
from content.pages.addresses import full
from limits.actions import hit
from limits.queries import address_of, range_of

MOST_A_MINUTE = 120  # from one network; a harvester that is told to wait does


@csrf_exempt  # harvesters may ask by POST; nothing is changed
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """Answer one question of the protocol. Never a 4xx for a wrong one: the protocol has errors of its own."""
    now = timezone.now()
    verdict = hit(name="oai", key=range_of(address_of(request)), limit=MOST_A_MINUTE, seconds=60, now=now)
    if not verdict.allowed:
        return HttpResponse("Ask again later.", content_type="text/plain", status=503, headers={"Retry-After": str(verdict.retry_after)})
    asked = request.POST if request.method == "POST" else request.GET
    question = None
    try:
        question = read(asked.lists())
        parts: Iterable[Element] = [_answer(question)]
    except Wrong as no:
        parts = [writing.error(no.code, no.sentence)]
    return _xml(question, now, parts)


def _xml(question: Question | None, now: datetime, parts: Iterable[Element]) -> HttpResponse:
    body = writing.answer(full(reverse("oai")), question, now, parts)
    return HttpResponse(body, content_type="text/xml; charset=utf-8", headers={"Cache-Control": "no-cache", "X-Robots-Tag": "noindex"})


def _answer(question: Question) -> Element:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    if question.verb in LISTING:
        return _list(host, question)
    if question.verb == "GetRecord":
        return writing.single(queries.one(host, *named(host, question.identifier)))
    if question.verb == "ListMetadataFormats":
        if question.identifier:
            queries.one(host, *named(host, question.identifier))
        return writing.formats()
    if question.verb == "ListSets":
        if question.token:
            raise Wrong("badResumptionToken", "The sets come in one piece.")
        return writing.sets(queries.all_sets())
    return writing.identify(SITE, full(reverse("oai")), parseaddr(settings.DEFAULT_FROM_EMAIL)[1], queries.earliest())


def _list(host: str, question: Question) -> Element:
    start = place_of(question.token, question.verb) if question.token else queries.beginning(question.verb, question.selection)
    headers, token, total = queries.page_of(host, start)
    return writing.listed(question.verb, headers, token, start.given, total)
