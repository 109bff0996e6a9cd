"""Making the site, its locales and the trees of four languages, once; what editors changed since stays as it is."""

import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from content.pages.models import ArticlePage, BasePage, HomePage, SectionPage
from content.standing.reading import LANGUAGES, NOTICES, SECTIONS, VERSIONED, key_of, read


@transaction.atomic
def plant() -> int:
    """Make locales, first pages, their sections and the site that shows them. Returns how many pages were made; safe to call twice.

    Sections come with the first pages or not at all: one that an editor removed does not come back.
    """
    for code in LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    made = _missing(HomePage, "home", _root())
    if not made:
        return 0
    for name in SECTIONS:
        made += _missing(SectionPage, name, None, show_in_menus=True)
    home = HomePage.objects.get(translation_key=key_of("home"), locale__language_code=LANGUAGES[0])
    _open_site(home)
    for page in made:
        publish(page)
    return len(made)


@transaction.atomic
def write_notices() -> int:
    """Write the standing texts that a language lacks. Returns how many were written; safe to call twice."""
    made = []
    for name in NOTICES:
        held = set(ArticlePage.objects.filter(notice=name).values_list("locale__language_code", flat=True))
        version = "1" if name in VERSIONED else ""
        made += _missing(ArticlePage, name, None, held=held, notice=name, notice_version=version)
    for page in made:
        publish(page)
    return len(made)


def publish(page: BasePage) -> None:
    """Publish a page with a first revision, so that its history begins with what was written here."""
    page = type(page).objects.get(pk=page.pk)  # as the tree knows it by now
    page.save_revision(clean=False).publish(skip_permission_checks=True)


def _root() -> Page:
    """Return the root of all trees."""
    return Page.objects.get(depth=1)


def _missing(model: type[BasePage], name: str, parent: Page | None, *, held: set[str] | None = None, **fields: Any) -> list[BasePage]:
    """Add the page in the languages that lack it, as drafts, so that none is spread as an alias before the others are there."""
    if held is None:
        held = set(Page.objects.filter(translation_key=key_of(name)).values_list("locale__language_code", flat=True))
    made = []
    for code in LANGUAGES:
        if code in held:
            continue
        text = read(name, code)
        page = model(
            title=text.title,
            lead=text.lead,
            slug=_slug(name, code),
            locale=Locale.objects.get(language_code=code),
            translation_key=key_of(name),
            body=json.dumps(text.body),
            live=False,
            **fields,
        )
        (Page.objects.get(pk=parent.pk) if parent else _home(code)).add_child(instance=page)
        made.append(page)
    return made


def _home(code: str) -> Page:
    """Return the first page of a language, whatever its editors made of it."""
    return Page.objects.get(pk=HomePage.objects.filter(locale__language_code=code).order_by("path").values_list("pk", flat=True)[0])


def _slug(name: str, code: str) -> str:
    """Return the part of the address: the trees of the languages stand side by side, what is in them has one name in all."""
    return f"site-{code}" if name == "home" else name


def _open_site(home: HomePage) -> None:
    """Let the default site show these trees, and remove Wagtail's page of welcome where nothing was built on it."""
    at = urlsplit(settings.SITE_URL)
    port = at.port or (443 if at.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": at.hostname or "localhost", "port": port, "root_page": home, "site_name": settings.WAGTAIL_SITE_NAME},
    )
    for page in Page.objects.filter(depth=2, slug="home", numchild=0):
        if page.specific_class is Page:
            Page.objects.get(pk=page.pk).delete()
