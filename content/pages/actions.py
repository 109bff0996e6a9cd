"""What happens to pages: aliases spread to the languages that lack a text, and follow their source."""

from django.conf import settings
from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page


@transaction.atomic
def spread_aliases(*, page: Page) -> list[Page]:
    """Make the page readable in every content language and bring its renderings to where it stands. Returns the aliases made.

    Missing languages get an alias, as do those whose alias sleeps because its own source was unpublished; aliases take the
    slug; every rendering takes the place in the tree. Does nothing for an alias, a draft or a first page; safe to call twice.
    """
    if page.alias_of_id or not page.live or page.depth < 3:
        return []
    page = page.specific
    others = {other.locale_id: other for other in page.get_translations()}
    made = []
    for locale in (
        Locale.objects.filter(language_code__in=dict(settings.WAGTAIL_CONTENT_LANGUAGES)).exclude(pk=page.locale_id).order_by("pk")
    ):
        other = others.get(locale.pk)
        if other is None:
            made.append(page.copy_for_translation(locale, copy_parents=True, alias=True))
            other = page.get_translation(locale)
        _bring(Page.objects.get(pk=other.pk), page)  # read again: bringing one rendering may have moved the others
    _wake(page)
    return made


def _bring(other: Page, page: Page) -> None:
    """Put a rendering under the same parent and behind the same sibling as the page; an alias takes its slug too."""
    parent = page.get_parent()
    if parent.depth > 1:
        target = parent.get_translation_or_none(other.locale)
        if target is None:
            target = parent.specific.copy_for_translation(other.locale, copy_parents=True, alias=True)
        if other.get_parent().pk != target.pk:
            other.move(Page.objects.get(pk=target.pk), pos="last-child")
            other = Page.objects.get(pk=other.pk)
        _line_up(other, page, Page.objects.get(pk=target.pk))
        other = Page.objects.get(pk=other.pk)
    if other.alias_of_id and other.slug != page.slug:
        slug = find_available_slug(other.get_parent(), page.slug, ignore_page_id=other.pk)
        if slug != other.slug:
            specific = other.specific
            specific.slug = slug
            specific.save(clean=False)


def _line_up(other: Page, page: Page, parent: Page) -> None:
    """Move a rendering among its siblings so that the order is the one in the page's own tree."""
    wanted = list(page.get_siblings().values_list("translation_key", flat=True))
    present = [sibling for sibling in parent.get_children() if sibling.translation_key in wanted]
    ordered = sorted(present, key=lambda sibling: wanted.index(sibling.translation_key))
    if [sibling.pk for sibling in present] == [sibling.pk for sibling in ordered]:
        return
    index = [sibling.pk for sibling in ordered].index(other.pk)
    neighbour = ordered[index - 1] if index else ordered[1]
    other.move(neighbour, pos="right" if index else "left")


def _wake(page: Page) -> None:
    """Let aliases that sleep, because what they stood for was unpublished, stand for this page."""
    sleeping = page.get_translations().filter(alias_of__isnull=False, live=False).exclude(alias_of=page)
    if sleeping.update(alias_of=page):
        page.update_aliases()


@transaction.atomic
def retire_orphans(*, page_ids: list[int]) -> None:
    """Deal with aliases whose source was deleted: they stand for another living text, or go. Rows that vanished are no error.

    A page that somebody has written in since, or that carries living pages below it, stays, unpublished.
    """
    for orphan in Page.objects.filter(pk__in=page_ids, alias_of__isnull=True, live=False, latest_revision__isnull=True).order_by("-depth"):
        other = orphan.get_translations().filter(live=True, alias_of__isnull=True).order_by("locale__pk").first()
        if other is not None:
            Page.objects.filter(pk=orphan.pk).update(alias_of=other)
            other.specific.update_aliases()
        elif not orphan.get_descendants().filter(live=True).exists():
            Page.objects.get(pk=orphan.pk).delete()
