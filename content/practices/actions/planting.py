"""The library stands in every language from the first day."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page

from content.pages.models import HomePage
from content.practices.models import LibraryPage
from content.practices.models.library import SLUG

KEY = uuid5(UUID("0b7e5a9c-6f43-5a1d-8a55-54b3c1f1c0de"), SLUG)


@transaction.atomic
def plant_library(*, now: datetime) -> int:
    """Make the library below the first page of each language that has none. Returns how many were made; safe to call twice."""
    held = set(LibraryPage.objects.values_list("locale__language_code", flat=True))
    key = LibraryPage.objects.values_list("translation_key", flat=True).order_by("pk").first() or KEY
    made = []
    for home in HomePage.objects.exclude(locale__language_code__in=held).order_by("path"):
        code = home.locale.language_code
        with override(code):
            page = LibraryPage(title=gettext("Good practices"), slug=SLUG, translation_key=key, live=False, show_in_menus=True)
        page.locale = Locale.objects.get(language_code=code)
        Page.objects.get(pk=home.pk).add_child(instance=page)
        made.append(page.pk)
    for pk in made:  # only when all are there: one alone would be spread as an alias
        LibraryPage.objects.get(pk=pk).save_revision(clean=False).publish(skip_permission_checks=True)
    return len(made)
