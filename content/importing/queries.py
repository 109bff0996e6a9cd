"""Questions about documents brought in and about the places for them."""

from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.importing.kind import DocumentKind, Nest
from content.importing.models import ImportedDocument, Leftover
from content.importing.registry import kinds
from content.importing.shaping import Ids
from content.pages.models import HomePage
from content.sorting.choices import Meaning, Went


def locale_for(language: str) -> Locale | None:
    """Return the content locale of a language; pt-br is written in pt."""
    code = language if language in dict(settings.WAGTAIL_CONTENT_LANGUAGES) else language.split("-")[0]
    return Locale.objects.filter(language_code=code).first()


def home_of(locale: Locale) -> Page | None:
    """Return the first page of a language."""
    return HomePage.objects.filter(locale=locale).order_by("depth", "path").first()


def nest_below(parent: Page, nest: Nest) -> Page | None:
    """Return the page below `parent` that gathers pages as this nest does."""
    return parent.get_children().filter(slug__in=nest.slugs).type(nest.page_class).first()


def document_of(page: Page) -> ImportedDocument | None:
    """Return the document that a page was made from."""
    return (
        ImportedDocument.objects.select_related("locale")
        .filter(translation_key=page.translation_key, locale_id=page.locale_id)
        .order_by("-pk")
        .first()
    )


def known(sha256: str) -> ImportedDocument | None:
    """Return the document with these words, if it was brought in before."""
    return ImportedDocument.objects.select_related("locale").filter(sha256=sha256).first()


def leftovers_of(document: ImportedDocument) -> QuerySet[Leftover]:
    """Return the box of a document, in the document's order."""
    return document.leftovers.select_related("done_by")


def latest(documents: QuerySet[ImportedDocument], limit: int) -> QuerySet[ImportedDocument]:
    """Return the documents brought in last, each with `open`, the number of leftovers that nobody has dealt with."""
    is_open = Q(leftovers__went=Went.LEFT, leftovers__done_at=None)
    return documents.select_related("locale").annotate(open=Count("leftovers", filter=is_open)).order_by("-brought_in_at", "-pk")[:limit]


def gathering_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that documents may be put below and that this person may add to, by language and title."""
    gathering = {nest.page_class for kind in kinds().values() for nest in kind.nests}
    addable = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    return addable.type(*gathering).filter(alias_of=None).select_related("locale").order_by("locale__language_code", "title")


def told_pieces(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the pieces of a report for reading: where each part went in words instead of names."""
    kind = kinds().get(report["document"]["kind"])
    return [
        {**piece, "parts": [{**part, "label": Went(part["went"]).label, "place": _place(kind, part)} for part in piece["parts"]]}
        for piece in report["pieces"]
    ]


def _place(kind: DocumentKind | None, part: dict[str, str]) -> str:
    if part["went"] == Went.PAGE and kind is not None:
        return str(kind.page_class._meta.get_field(part["where"]).verbose_name)
    return str(Meaning(part["where"]).label) if part["where"] in Meaning.values else ""


def block_ids(page: Page) -> Ids:
    """Return (type, id) of every block in the newest version of a page, by stream."""
    page = page.get_latest_revision_as_object()
    fields = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return {name: [(block["type"], block["id"]) for block in getattr(page, name).raw_data] for name in fields}


def page_at(named: str) -> Page | None:
    """Return the page with this number or address (`/en/sessions/`)."""
    if named.isdecimal():
        return Page.objects.filter(pk=named, depth__gt=1).first()
    parts = [part for part in named.split("/") if part]
    locale = locale_for(parts[0]) if parts else None
    page = home_of(locale) if locale else None
    for slug in parts[1:]:
        page = page.get_children().filter(slug=slug).first() if page else None
    return page
