"""Files and pictures come and go, also two at once."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from content.contributing import actions
from content.contributing.choices import MOST_FILES
from content.contributing.models import Upload
from content.contributing.refusals import Refused
from content.media.models import Paper, Picture
from tests.content.conftest import drawn
from tests.factories.contributions import NOW, contribution

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
db = pytest.mark.django_db


def add(row, by, name="guia.pdf", content=PDF, *, title="Guia", has_consent=False, token=None):
    file = SimpleUploadedFile(name, content)
    return actions.add_file(contribution=row, file=file, title=title, has_consent=has_consent, token=token or uuid4(), by=by, now=NOW)


@db
def test_a_document_and_a_picture_go_along_to_the_page(row, learner):
    add(row, learner)
    add(row, learner, "porto.png", drawn(), title="O porto de manhã", has_consent=True)
    draft = actions.send(contribution=row, by=learner, now=NOW).get_latest_revision_as_object()
    assert [material.title for material in draft.materials.all()] == ["Guia", "Guia"]
    assert draft.materials.last().document == Paper.objects.get()
    assert [(one.picture, one.alt) for one in draft.pictures.all()] == [(Picture.objects.get(), "O porto de manhã")]
    assert draft.pictures_consent


@db
@pytest.mark.parametrize(
    ("name", "content", "has_consent"),
    [
        ("porto.png", drawn(), False),
        ("guia.exe", b"MZ", True),
        ("guia.pdf", drawn(), False),
        ("porto.png", PDF, True),
        ("porto.svg", b"<svg/>", True),
        ("nada", PDF, False),
    ],
)
def test_what_is_not_taken(row, learner, name, content, has_consent):
    with pytest.raises(Refused):
        add(row, learner, name, content, has_consent=has_consent)
    assert not Upload.objects.exists()
    assert not Paper.objects.exists()
    assert not Picture.objects.exists()


@db
def test_the_same_upload_sent_twice_is_one(row, learner):
    token = uuid4()
    assert add(row, learner, token=token) == add(row, learner, token=token)
    assert Paper.objects.count() == 1


@db
def test_there_are_not_more_files_than_anybody_reads(row, learner):
    paper = add(row, learner).paper
    Upload.objects.bulk_create([Upload(contribution=row, title="x", paper=paper, added_at=NOW) for _one in range(MOST_FILES - 1)])
    with pytest.raises(Refused, match=str(MOST_FILES)):
        add(row, learner)
    assert Paper.objects.count() == 1


@db
def test_what_is_removed_before_it_was_sent_is_gone(row, learner):
    upload = add(row, learner)
    for _time in range(2):
        actions.remove_file(upload=upload, now=NOW)
    assert not Paper.objects.exists()


@db
def test_what_a_sent_page_may_hold_stays_on_the_disk(row, learner):
    upload = add(row, learner)
    actions.send(contribution=row, by=learner, now=NOW)
    upload.contribution.refresh_from_db()
    actions.remove_file(upload=upload, now=NOW)
    assert Paper.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_authors_upload_at_once_and_neither_loses_hers(learner, other):
    row = contribution(learner)
    start, said = Barrier(2), []

    def work(person, name):
        try:
            start.wait(timeout=20)
            said.append(add(row, person, f"{name}.png", drawn(), title=name, has_consent=True).title)
        except Exception as error:
            said.append(repr(error))
        finally:
            connection.close()

    workers = [Thread(target=work, args=pair) for pair in ((learner, "um"), (other, "dois"))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert sorted(said) == ["dois", "um"]
    assert Picture.objects.count() == row.uploads.count() == 2
