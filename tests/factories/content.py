"""Pages for tests: the trees of four languages in a few queries, and pages put under them."""

from itertools import count
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS
from django.db.models import F
from django.utils.text import slugify
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page, Site

from content.pages.models import ArticlePage, BasePage, HomePage, SectionPage

LANGUAGES = ("pt", "en", "es", "fr")
_number = count(1)


def site_tree() -> dict[str, HomePage]:
    """Plant the first pages of the four languages, translations of one another, and let the default site show them.

    By rows, without the hundred questions that Wagtail asks for each page: every second test begins with this.
    """
    root, key = Page.objects.get(depth=1), uuid4()
    Locale.objects.bulk_create([Locale(language_code=code) for code in LANGUAGES], ignore_conflicts=True)
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    homes = {
        code: HomePage(title=f"Home {code}", slug=f"site-{code}", locale=locales[code], translation_key=key, live=True)
        for code in LANGUAGES
    }
    _plant(root, list(homes.values()))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": homes["pt"]})
    if Page.objects.filter(depth=2, slug="home")._raw_delete(DEFAULT_DB_ALIAS):
        Page.objects.filter(pk=root.pk).update(numchild=F("numchild") - 1)
    Site.clear_site_root_paths_cache()
    return homes


def _plant(above: Page, pages: list[Any]) -> None:
    """Lay down the rows of pages of one model as the last children of `above`, their values made clean as a form would."""
    model = type(pages[0])
    kind = ContentType.objects.get_for_model(model)
    related = {field.name for field in model._meta.concrete_fields if field.is_relation}
    last = Page.objects.filter(path__startswith=above.path, depth=above.depth + 1).order_by("-path").values_list("path", flat=True).first()
    taken = Page._str2int(last[-Page.steplen :]) if last else 0
    for number, page in enumerate(pages, start=taken + 1):
        page.draft_title, page.content_type = page.draft_title or page.title, kind
        page.path, page.depth = Page._get_path(above.path, above.depth + 1, number), above.depth + 1
        page.set_url_path(above)
        page.clean_fields(exclude=related | {"id"})
        if weigh := getattr(page, "weigh", None):  # units of a module do so as they are saved
            weigh()
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    rows = Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in names}) for page in pages])
    for page, row in zip(pages, rows, strict=True):
        page.id = page.page_ptr_id = row.pk
        page._state.adding, page._state.db = False, row._state.db
    model._base_manager._insert(pages, fields=model._meta.local_concrete_fields, using=DEFAULT_DB_ALIAS)
    Page.objects.filter(pk=above.pk).update(numchild=F("numchild") + len(pages))
    for page in pages:
        for child in get_all_child_relations(model):
            getattr(page, child.get_accessor_name()).commit()


def page_below(parent: Page, model: type[BasePage] = ArticlePage, *, is_indexed: bool = False, **fields: Any) -> Any:
    """Add a live page without revision or aliases; `translation_of` makes it the rendering of another page."""
    title = fields.pop("title", f"Page {next(_number)}")
    original = fields.pop("translation_of", None)
    if original is not None:
        fields.setdefault("translation_key", original.translation_key)
        fields.setdefault("slug", original.slug)
    fields.setdefault("slug", slugify(title))
    fields.setdefault("live", True)
    page = model(title=title, locale_id=parent.locale_id, **fields)
    above = Page.objects.get(pk=parent.pk)
    if is_indexed:
        return above.add_child(instance=page)
    _plant(above, [page])
    return page


def section_below(home: Page, **fields: Any) -> SectionPage:
    """Add a section that stands in the main menu."""
    return page_below(home, SectionPage, show_in_menus=True, **fields)


def published(page: BasePage) -> Any:
    """Publish a page as an editor would: revision, signals, aliases; return it as it then stands."""
    page.save_revision().publish(skip_permission_checks=True)
    return type(page).objects.get(pk=page.pk)


def prose(text: str) -> str:
    """Return a body of one paragraph as JSON."""
    return f'[{{"type": "prose", "value": "<p>{text}</p>"}}]'
