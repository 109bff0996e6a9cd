"""Two who bring the same document in at the same time make one page."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from content.importing.models import ImportedDocument
from content.pages.models import SectionPage, SessionPage
from tests.factories.documents import SESSION_EN


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize("texts", [(SESSION_EN, SESSION_EN), (SESSION_EN, SESSION_EN + "\n\nA last word.")])
def test_two_at_once(bring, texts, is_known):
    if is_known:  # and its page was deleted since
        bring(SESSION_EN).page.delete()
    start, outcomes = Barrier(2), []

    def work(text: str) -> None:
        try:
            start.wait(timeout=20)
            outcomes.append(str(bring(text).outcome))
        finally:
            connection.close()

    workers = [Thread(target=work, args=(text,)) for text in texts]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    documents = len(set(texts))
    assert sorted(outcomes) == ["created", "unchanged" if documents == 1 else "created"]
    assert ImportedDocument.objects.count() == SessionPage.objects.count() == documents
    assert len(set(SessionPage.objects.values_list("path", flat=True))) == documents
    assert SectionPage.objects.filter(slug="sessions").count() == 1
