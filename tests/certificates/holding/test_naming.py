"""The name as it will be printed: looked at, changed, confirmed; and corrected afterwards."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse

from certificates.credentials.choices import Stage, Wish
from certificates.credentials.models import Award, ConfirmedName, Correction
from certificates.holding.views import asking, naming
from certificates.issuing.choices import Refusal
from certificates.issuing.refusals import Obstacle, Refused
from tests.certificates.holding.conftest import NOW
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def waiting(award):
    award.state, award.name_confirmed_at, award.confirm_by = Stage.WAITING, None, NOW + timedelta(days=6)
    award.save()
    return award


@pytest.fixture(autouse=True)
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


def where(award):
    return reverse("certificate-name", args=[award.uid])


def test_she_sees_her_name_and_until_when_she_may_answer(as_ines, waiting):
    page = as_ines.get(where(waiting)).text
    assert 'value="Inês Mutombo"' in page
    assert "April 9, 2027" in page
    assert f"preview.png?name={quote('Inês')}+Mutombo" in page


def test_the_preview_is_a_picture_of_the_paper(as_ines, waiting):
    answer = as_ines.get(f"{reverse('certificate-name-preview', args=[waiting.uid])}?name=Nguy%E1%BB%85n")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(PNG)
    assert "private" in answer["Cache-Control"]


def test_looking_again_keeps_what_was_typed_and_confirms_nothing(as_ines, waiting):
    page = as_ines.post(where(waiting), {"name": "  Inês\u202e Mutombo de Sousa ", "look": "1"})
    assert page.status_code == 200
    assert 'value="Inês Mutombo de Sousa"' in page.text or "Inês" in page.text
    waiting.refresh_from_db()
    assert waiting.state == Stage.WAITING
    assert not ConfirmedName.objects.exists()


def test_confirmed_it_is_due_with_this_name(as_ines, waiting, ines):
    answer = as_ines.post(where(waiting), {"name": "Inês Mutombo de Sousa", "confirm": "1"})
    assert answer["Location"] == "/en/certificates/"
    waiting.refresh_from_db()
    assert (waiting.name, waiting.state) == ("Inês Mutombo de Sousa", Stage.DUE)
    assert ConfirmedName.objects.get(person=ines).name == "Inês Mutombo de Sousa"


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b", "n" * 151])
def test_a_name_that_is_none_comes_back_with_a_sentence(as_ines, waiting, name):
    answer = as_ines.post(where(waiting), {"name": name, "confirm": "1"})
    assert answer.status_code == 422
    assert "id_name_error" in answer.text
    waiting.refresh_from_db()
    assert waiting.state == Stage.WAITING


def test_a_refusal_of_the_action_stands_beside_the_name(as_ines, waiting, monkeypatch):
    def refuse(**given):
        raise Refused(Refusal.LONG_NAME)

    monkeypatch.setattr(naming, "confirm_name", refuse)
    answer = as_ines.post(where(waiting), {"name": "Inês", "confirm": "1"})
    assert answer.status_code == 422
    assert "150 letters at most" in answer.text


@pytest.mark.parametrize("stage", [Stage.DUE, Stage.REFUSED, Stage.ISSUED])
def test_what_is_made_already_is_not_confirmed_any_more(as_ines, credential, award, stage):
    Award.objects.update(state=stage, reason="x")
    assert as_ines.get(where(award)).status_code == 403
    assert as_ines.post(where(award), {"name": "Ana", "confirm": "1"}).status_code == 403


def test_one_that_is_held_keeps_the_name_for_later(as_ines, waiting):
    Award.objects.update(state=Stage.HELD)
    as_ines.post(where(waiting), {"name": "Inês M.", "confirm": "1"})
    waiting.refresh_from_db()
    assert (waiting.name, waiting.state) == ("Inês M.", Stage.HELD)


def test_anothers_name_is_not_there(client, waiting, cast):
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        for name in ("certificate-name", "certificate-name-preview"):
            path = f"{reverse(name, args=[waiting.uid])}?name=x"
            assert client.get(path).status_code == (302 if role == "stranger" else 404), (role, name)
        assert client.post(where(waiting), {"name": "x", "confirm": "1"}).status_code == (403 if role == "stranger" else 404)
    waiting.refresh_from_db()
    assert waiting.name == "Inês Mutombo"


def test_previews_are_braked(as_ines, waiting, monkeypatch):
    monkeypatch.setattr(naming, "MOST", 2)
    monkeypatch.setattr(naming, "render_png", lambda sheet, page_width_px: PNG)
    path = f"{reverse('certificate-name-preview', args=[waiting.uid])}?name=x"
    assert [as_ines.get(path).status_code for _ in range(3)] == [200, 200, 429]
    assert as_ines.get(path.partition("?")[0]).status_code == 400


def test_a_name_is_confirmed_for_all_that_come(as_ines, ines, award, template):
    award.delete()
    page = as_ines.get(reverse("certificate-own-name"))
    assert "name/preview.png?name=" in page.text
    answer = as_ines.post(reverse("certificate-own-name"), {"name": "Inês de Sousa", "confirm": "1"})
    assert answer.status_code == 302
    assert ConfirmedName.objects.get(person=ines).name == "Inês de Sousa"
    assert 'value="Inês de Sousa"' in as_ines.get(reverse("certificate-own-name")).text


def test_its_preview_is_a_picture_too(as_ines, award, template):
    answer = as_ines.get(f"{reverse('certificate-own-name-preview')}?name=Ana")
    assert answer.content.startswith(PNG)


def test_who_takes_no_course_confirms_without_a_picture(client):
    client.force_login(PersonFactory(name="Nobody Yet"))
    page = client.get(reverse("certificate-own-name"))
    assert page.status_code == 200
    assert "preview.png" not in page.text
    assert client.get(f"{reverse('certificate-own-name-preview')}?name=Ana").status_code == 404


def correcting(credential):
    return reverse("certificate-correct", args=[credential.number])


def test_she_asks_for_another_name_and_sees_it_first(as_ines, credential):
    page = as_ines.get(correcting(credential)).text
    assert 'value="Inês Mutombo"' in page
    looked = as_ines.post(correcting(credential), {"name": "Inês Motombo", "why": "A letter", "look": "1"})
    assert looked.status_code == 200
    assert "Motombo" in looked.text
    assert not Correction.objects.exists()
    answer = as_ines.post(correcting(credential), {"name": "Inês Motombo", "why": "A letter", "confirm": "1"})
    assert answer["Location"] == reverse("certificate", args=[credential.number])
    asked = Correction.objects.get()
    assert (asked.wanted_name, asked.why, asked.state) == ("Inês Motombo", "A letter", Wish.ASKED)
    assert "Inês Motombo" in as_ines.get(reverse("certificate", args=[credential.number])).text


@pytest.mark.parametrize("given", [{"name": "", "why": "x"}, {"name": "Ana", "why": ""}, {"name": "Inês Mutombo", "why": "the same"}])
def test_what_is_missing_is_said_beside_its_field(as_ines, credential, given):
    answer = as_ines.post(correcting(credential), given | {"confirm": "1"})
    assert answer.status_code == 422
    assert not Correction.objects.exists()


def test_what_does_not_count_any_more_is_not_corrected(as_ines, credential):
    type(credential).objects.update(state="revoked", state_at=NOW, reason_class="error")
    assert as_ines.get(correcting(credential)).status_code == 403


def languages(credential):
    return reverse("certificate-languages", args=[credential.number])


def test_the_paper_is_had_in_other_languages(as_ines, credential):
    answer = as_ines.post(languages(credential), {"first": "en", "second": "pt"})
    assert answer["Location"].endswith("#paper")
    made = credential.papers.get(languages="en,pt")
    assert made.size > 1000
    page = as_ines.get(reverse("certificate", args=[credential.number])).text
    assert "languages=en%2Cpt" in page
    credential.refresh_from_db()
    assert credential.words.languages == ["pt", "en"]


@pytest.mark.parametrize("given", [{"first": "xx"}, {"first": "pt", "second": "pt"}, {}])
def test_languages_that_are_not_offered_are_refused(as_ines, credential, given):
    answer = as_ines.post(languages(credential), given)
    assert answer.status_code == 422
    assert credential.papers.count() == 1


def test_papers_in_other_languages_are_braked(as_ines, credential, monkeypatch):
    monkeypatch.setattr(asking, "MOST", 1)
    monkeypatch.setattr(asking, "remake_paper", lambda **given: None)
    given = {"first": "en", "second": ""}
    assert [as_ines.post(languages(credential), given).status_code for _ in range(2)] == [302, 403]


@pytest.mark.parametrize(("raised", "said"), [(Obstacle("inner words"), "Try again later"), (Refused(Refusal.NO_TEMPLATE), "No design")])
def test_a_paper_that_cannot_be_made_is_said_kindly(as_ines, credential, monkeypatch, raised, said):
    def fail(**given):
        raise raised

    monkeypatch.setattr(asking, "remake_paper", fail)
    answer = as_ines.post(languages(credential), {"first": "en", "second": ""})
    assert answer.status_code == 422
    assert said in answer.text
    assert "inner words" not in answer.text
