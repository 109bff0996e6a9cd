"""Where a page made from a document stands: the place asked for, its translation's place, or the nest of its kind."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from content.importing.kind import DocumentKind, Nest
from content.importing.queries import home_of, nest_below
from content.importing.refusals import Refused
from content.importing.rules import can_bring_in
from content.importing.shaping import key_of


def find_place(*, kind: DocumentKind, locale: Locale, parent: Page | None, original: Page | None, user: Any) -> Page:
    """Return the page to put a new one below, making the nests that are missing as drafts.

    Holds the home page's row until the transaction ends, so that two imports make one nest.
    `user` None is the operator, who may do all. Raises Refused.
    """
    home = home_of(locale)
    if home is None:
        raise Refused(_("There is no home page in this language yet. Run “manage.py setup” first."), field="language")
    home = Page.objects.select_for_update().get(pk=home.pk)
    if parent is None and original is not None:
        parent = original.get_parent().get_translation_or_none(locale)
    place = parent.specific if parent is not None else _nested(kind, home, user)
    if place.locale_id != locale.pk:
        raise Refused(_("The page to put it below is in another language."), field="parent")
    if not kind.page_class.can_exist_under(place):
        raise Refused(_("Such a page cannot stand below the page that you chose."), field="parent")
    _permit(user, place)
    return place


def _nested(kind: DocumentKind, home: Page, user: Any) -> Page:
    place = home
    for nest in kind.nests:
        found = nest_below(place, nest)
        if found is None:
            _permit(user, place)
            found = _make(nest, place)
        place = found
    return place.specific


def _make(nest: Nest, parent: Page) -> Page:
    """Make a nest as a draft: an import changes nothing that readers see. All languages of a nest share a key."""
    language = parent.locale.language_code
    twins = (nest_below(other, nest) for other in parent.get_translations())
    key = next((twin.translation_key for twin in twins if twin is not None), key_of(nest.slugs[0]))
    page = nest.page_class(title=nest.titles[language], slug=nest.slugs[0], locale=parent.locale, translation_key=key, live=False)
    parent.add_child(instance=page)
    page.save_revision()
    return page


def _permit(user: Any, parent: Page) -> None:
    if user is not None and not can_bring_in(user, parent):
        raise Refused(_("You may not add pages below “%(title)s”.") % {"title": parent.title}, field="parent")
