"""What of the seeded pages is there already."""

from uuid import UUID

from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation

from content.media.models import Paper
from content.pages.queries import section
from content.seeding.shaping import identity


def held(keys: list[str]) -> set[tuple[UUID, str]]:
    """Return (translation key, language) of every page with one of these keys that stands by itself: an alias does not count."""
    pages = Page.objects.filter(translation_key__in=[identity(key) for key in keys], alias_of=None)
    return set(pages.values_list("translation_key", "locale__language_code"))


def is_translated(key: str, locale: Locale) -> bool:
    """Return whether the page was ever given to translation into this locale; what became of it since is the editors' business."""
    return Translation.objects.filter(source__object_id=identity(key), target_locale=locale).exists()


def section_or_home(slug: str) -> Page:
    """Return the section with this slug in the language of the site, or its first page where an editor has removed the section."""
    home = Site.objects.select_related("root_page__locale").get(is_default_site=True).root_page
    return section(slug, home.locale.language_code) or home


def papers_held(hashes: dict[str, str]) -> dict[str, int]:
    """Return the rows of those files that are held already, by name; `hashes` gives the SHA-1 of each."""
    rows = dict(Paper.objects.filter(file_hash__in=hashes.values()).order_by("-pk").values_list("file_hash", "pk"))
    return {name: rows[digest] for name, digest in hashes.items() if digest in rows}
