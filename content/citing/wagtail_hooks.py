"""What the room shows: how to cite, at the foot of a record."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page

from content.citing import styles
from content.citing.linked import as_json_ld, inside_html
from content.citing.queries import record_of
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
    before, title, after = styles.as_apa(record)
    context = {
        "record": record,
        "before": before,
        "title": title,
        "after": after,
        "ways": [(name, reverse("practice-citation", args=[record.key, form])) for form, name in WAYS],
        "pdf": reverse("practice-pdf", args=[record.key]),
        "data": mark_safe(inside_html(as_json_ld(record))),  # noqa: S308 - no sign in it ends the element
    }
    return render_to_string("citing/cite.html", context)
