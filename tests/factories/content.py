"""Pages for tests: the trees of four languages in a few queries, and pages put under them."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any
from uuid import uuid4

from django.db.models.signals import post_save
from django.utils.text import slugify
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from content.pages.models import ArticlePage, BasePage, HomePage, SectionPage

LANGUAGES = ("pt", "en", "es", "fr")
_number = count(1)


@contextmanager
def unindexed(model: type[Page]) -> Iterator[None]:
    """Plant pages of a model without the editors' indexes (search, references), which take half the time and few tests look at."""
    was_heard = post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        if was_heard:
            post_save.connect(post_save_signal_handler, sender=model)


def site_tree() -> dict[str, HomePage]:
    """Plant the first pages of the four languages, translations of one another, and let the default site show them."""
    root = Page.objects.get(depth=1)
    key = uuid4()
    homes = {}
    for code in LANGUAGES:
        locale, _made = Locale.objects.get_or_create(language_code=code)
        with unindexed(HomePage):
            homes[code] = root.add_child(
                instance=HomePage(title=f"Home {code}", slug=f"site-{code}", locale=locale, translation_key=key, live=True)
            )
        root.refresh_from_db()
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": homes["pt"]})
    Page.objects.filter(depth=2, slug="home").first().delete()
    Site.clear_site_root_paths_cache()
    return homes


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
    with unindexed(model):
        return above.add_child(instance=page)


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
