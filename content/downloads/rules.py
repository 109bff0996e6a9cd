"""Who may fetch a document or a picture: whoever may read a live page that uses it; nobody guesses, nothing is open by itself."""

from django.contrib.auth.models import PermissionsMixin
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex

from content.audience.rules import Reader, is_member, visible_to
from content.media.models import Paper, Picture


def pages_using(thing: Paper | Picture) -> QuerySet[Page]:
    """Return the live pages that use this document or picture, in any language. One query now, one when evaluated."""
    references = ReferenceIndex.get_references_to(thing).filter(base_content_type=ContentType.objects.get_for_model(Page))
    return Page.objects.live().filter(pk__in=[int(pk) for pk in references.values_list("object_id", flat=True).distinct()])


def is_open(thing: Paper | Picture) -> bool:
    """Return whether everybody may fetch this."""
    return visible_to(None, pages_using(thing)).exists()


def can_fetch(user: Reader, thing: Paper | Picture) -> bool:
    """Return whether this person may fetch this. Editors may fetch what no page uses yet."""
    return is_editor(user) or visible_to(user, pages_using(thing)).exists()


def fetchable_by(user: Reader, papers: QuerySet[Paper]) -> QuerySet[Paper]:
    """Return those of these documents that this person may fetch: the twin of `can_fetch`."""
    if is_editor(user):
        return papers
    pages = visible_to(user, Page.objects.live()).values_list("pk", flat=True)
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(papers.model),
        object_id__in=[str(pk) for pk in pages],
    )
    return papers.filter(pk__in=[int(pk) for pk in references.values_list("to_object_id", flat=True).distinct()])


def is_editor(user: Reader) -> bool:
    """Return whether this person works in the admin."""
    return isinstance(user, PermissionsMixin) and is_member(user) and user.has_perm("wagtailadmin.access_admin")
