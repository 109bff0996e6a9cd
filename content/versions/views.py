"""A version under its permanent address, all versions of a text, and what changed between two."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from content.audience.rules import can_read
from content.generation.queries import remembered
from content.pages.addresses import address, content_code
from content.pages.queries import text_language
from content.practices.models import PracticePage
from content.practices.queries import practice_of
from content.records.record import record_of
from content.versions.comparing import differences, label_of
from content.versions.models import Version
from content.versions.queries import lines_of, version_before, version_of, versions_of
from content.versions.rules import can_see_version

SHOWN = 5  # at the foot of a practice; the rest stand on a page of their own


@require_safe
def practice_version(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show what was published, and what has become of it since."""
    version = _seen(request, uid)
    page = practice_of(version.translation_key, version.language)
    newest = versions_of(version.translation_key, version.language).values_list("uuid", "number").first()
    is_live = page is not None and page.live and can_read(request.user, page)
    shows = bool(is_live and page and page.contacts_consent)
    context = {
        "version": version,
        "record": record_of(version.values, version.facts, shows_contacts=shows),
        "newest": newest if newest and newest[0] != version.uuid else None,
        "before": version_before(version),
        "url": address(page.url_path, request) if is_live and page else "",
        "reason": page.withdrawn_reason if page else "",
        **_language(version),
    }
    return render(request, "versions/practice_version.html", context)


@require_safe
def practice_versions(request: HttpRequest, uid: UUID) -> HttpResponse:
    """List all versions of the text that this one belongs to."""
    version = _seen(request, uid)
    lines = [(line, [label_of(name) for name in line.changed]) for line in lines_of(version.translation_key, version.language)]
    return render(request, "versions/practice_versions.html", {"version": version, "lines": lines, **_language(version)})


@require_safe
def practice_version_changes(request: HttpRequest, uid: UUID, other: UUID) -> HttpResponse:
    """Show, field by field, what differs between two versions of one text; the earlier first."""
    first, second = _seen(request, uid), _seen(request, other)
    if (first.translation_key, first.language) != (second.translation_key, second.language):
        raise Http404
    before, after = sorted((first, second), key=lambda version: version.number)
    found = differences(_told(before), _told(after))
    context = {"before": before, "after": after, "version": after, "differences": found, **_language(after)}
    return render(request, "versions/practice_version_changes.html", context)


def show_versions(request: HttpRequest, page: Page) -> SafeString | None:
    """Show at the foot of a practice which versions of it there are (hook `page_extra`)."""
    if not isinstance(page, PracticePage) or not page.live:
        return None
    code = text_language(page)
    lines = remembered(request, f"versions:{page.translation_key}:{code}", lambda: lines_of(page.translation_key, code)[: SHOWN + 1])
    if not lines:
        return None
    return render_to_string("versions/below.html", {"lines": lines[:SHOWN], "has_more": len(lines) > SHOWN}, request=request)


def tell_of_versions(request: HttpRequest, page: Page) -> SafeString | None:
    """Lead from the address of a practice that is gone to what was published there (hook `page_gone`)."""
    if page.specific_class is not PracticePage or not can_read(request.user, page):
        return None
    lines = lines_of(page.translation_key, page.locale.language_code)
    return (
        render_to_string("versions/below.html", {"lines": lines[:SHOWN], "has_more": len(lines) > SHOWN}, request=request)
        if lines
        else None
    )


def _told(version: Version) -> dict[str, Any]:
    """Return what a version said, in the reader's words: names in the place of codes."""
    record = record_of(version.values, version.facts)
    return {
        **version.values,
        **version.facts,
        **{name: getattr(record, name) for name in ("modality", "sector", "licence", "amounts")},
        "countries": [f"{country.name} ({country.note})" if country.note else country.name for country in record.countries],
        "themes": [theme.name for theme in record.themes],
        "targets": [f"{target.code} {target.name}" for target in record.targets],
        "instruments": [f"{instrument.code} {instrument.name}" for instrument in record.instruments],
        "materials": [f"{row['title']} {row['address']}".strip() for row in version.facts.get("materials", [])],
    }


def _seen(request: HttpRequest, uid: UUID) -> Version:
    version = version_of(uid)
    if version is None or not can_see_version(request.user, version):
        raise Http404
    return version


def _language(version: Version) -> dict[str, Any]:
    return {"code": "" if version.language == content_code(get_language()) else version.language}
