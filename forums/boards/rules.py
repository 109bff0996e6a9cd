"""Who may read, write and moderate in a forum: whoever may read its page, or whom its audience's keeper lets in."""

from uuid import UUID

from django.db.models import Q
from wagtail.models import Page

from content.audience import groups
from content.audience.rules import Reader, is_member
from content.audience.rules import visible_to as visible_pages
from forums.boards.models import Forum, ForumQuerySet

MODERATE = "forums.moderate_forum"
FIRST_PAGE_DEPTH = 2


def moderates_all(user: Reader) -> bool:
    """Return whether this person moderates every forum; asked once for each object, or not at all where `note_rank` told."""
    if user is None or not is_member(user):
        return False
    if "_moderates_all" not in user.__dict__:
        note_rank(user, user.has_perm(MODERATE))  # type: ignore[union-attr]
    return bool(user.__dict__["_moderates_all"])


def note_rank(user: Reader, moderates: bool) -> None:
    """Take note, for this request, that this person moderates every forum, or that she does not: a row that was read anyway has told."""
    if user is not None and is_member(user):
        user.__dict__["_moderates_all"] = moderates


def can_moderate(user: Reader, forum: Forum) -> bool:
    """Return whether this person moderates this forum."""
    return moderates_all(user) or bool(forum.audience and is_member(user) and groups.may(user, forum.audience, "moderate"))


def moderated_by(user: Reader) -> ForumQuerySet:
    """Return the forums that this person moderates: the twin of `can_moderate`."""
    if moderates_all(user):
        return Forum.objects.all()
    return Forum.objects.filter(audience__in=groups.audiences(user, "moderate")) if is_member(user) else Forum.objects.none()


def can_read(user: Reader, forum: Forum) -> bool:
    """Return whether this person may read this forum."""
    if forum.audience and not moderates_all(user) and not groups.may(user, forum.audience, "read"):
        return False
    return forum.key is None or page_is_open(user, forum.key)


def visible_to(user: Reader) -> ForumQuerySet:
    """Return the forums that this person may read: the twin of `can_read`."""
    open_keys = visible_pages(user, Page.objects.live()).values("translation_key")
    forums = Forum.objects.filter(Q(key=None) | Q(key__in=open_keys))
    return forums if moderates_all(user) else forums.filter(audience__in=["", *groups.audiences(user, "read")])


def page_is_open(user: Reader, key: UUID) -> bool:
    """Return whether this person may read the page with this translation key, in any of its languages."""
    return visible_pages(user, Page.objects.live().filter(translation_key=key)).exists()


def can_write(user: Reader, forum: Forum) -> bool:
    """Return whether this person may write in this forum; strangers may as guests, where everybody may read."""
    if not can_read(user, forum):
        return False
    if can_moderate(user, forum):
        return True
    return not forum.is_closed and (not forum.audience or groups.may(user, forum.audience, "write"))


def can_open_below(user: Reader, page: Page) -> bool:
    """Return whether this person may open a discussion below this page: those who publish it."""
    return is_member(user) and page.depth > FIRST_PAGE_DEPTH and page.permissions_for_user(user).can_publish()
