"""What the room shows: how to cite at the foot of a record, ways to take a result along."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from content.exporting import citing
from content.exporting.linked import as_json_ld, inside_html
from content.exporting.queries import record_of
from content.generation.queries import remembered
from content.practices.models import PracticePage

WAYS = (("bibtex", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON"), ("jsonld", "JSON-LD"))


@hooks.register("page_extra", order=40)
def cite_box(request: HttpRequest, page: Page) -> SafeString | None:
    """Show how the record is cited, and tell machines what it is."""
    if not isinstance(page, PracticePage) or not page.pk:
        return None
    return mark_safe(remembered(request, f"cite:{page.pk}:{get_language()}", lambda: _box(page)))  # noqa: S308 - a template escaped it


def _box(page: PracticePage) -> str:
    source = page.alias_of.specific if page.alias_of_id and page.alias_of else page
    record = record_of(source)
    before, title, after = citing.as_apa(record)
    context = {
        "record": record,
        "before": before,
        "title": title,
        "after": after,
        "ways": [(name, reverse("practice-citation", args=[record.key, form])) for form, name in WAYS],
        "pdf": reverse("practice-pdf", args=[record.key]),
        "data": mark_safe(inside_html(as_json_ld(record))),  # noqa: S308 - no sign in it ends the element
    }
    return render_to_string("exporting/cite.html", context)


@hooks.register("library_links", order=30)
def ways_to_take_along(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """Offer what is found as tables, and what their columns mean."""
    tail = f"?{query}" if query else ""
    ways = [(name, reverse("practice-export", args=[form]) + tail) for form, name in (("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"))]
    return [(_("Take along as %(form)s") % {"form": name}, url) for name, url in ways] + [
        (_("What the columns mean"), reverse("practice-codebook"))
    ]
