"""Work on translations that nobody waits for. Each looks at what is there now; what is gone is no error."""

from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from content.translations import actions
from content.translations.rules import can_translate


@task()
def look(translation_key: str) -> None:
    """Work out anew how the languages of one page stand."""
    actions.look_again(translation_key=UUID(translation_key), now=timezone.now())


@task()
def look_on(after: int) -> None:
    """Work through all pages in stretches, each a job of its own."""
    if last := actions.look_through(after=after, now=timezone.now()):
        look_on.enqueue(last)


@task()
def begin_page(page_id: int, languages: list[str], user_id: int) -> None:
    """Begin the translations of one page: one transaction for each language."""
    page = Page.objects.filter(pk=page_id, live=True).first()
    person = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    if page is None or person is None or not can_translate(person, page):
        return
    for language in languages:
        actions.begin(page=page, language=language, by=person)
