"""The contributors' pages."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.contributing import actions
from content.contributing.choices import BEGUN_AN_HOUR
from content.contributing.models import Contribution, Upload
from content.contributing.queries import answers_of, page_of
from content.filling.views import door
from content.questionnaire.form import PARTS
from content.reviewing import actions as reviewing
from content.reviewing.choices import Stage
from content.reviewing.models import Remark
from content.reviewing.queries import stage_of
from tests.factories.contributions import NOW, contribution, whole_answers
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db
HERE = "/pt/library/contribute/"


@pytest.fixture
def author(client, learner):
    """Return a browser in which the contributor is signed in."""
    client.force_login(learner)
    return client


def at(row, *more):
    return f"{HERE}{row.uid}/" + "".join(f"{part}/" for part in more)


def shown(page):
    """Return the fields of the form as a browser would send them back."""
    form = {}
    for question in page.context["questions"]:
        form[f"seen-{question['key']}"] = question["seen"]
        value = question["field"].initial
        if isinstance(value, str):
            form[question["key"]] = value
    return form


def test_strangers_sign_in_first_and_others_find_nothing(client, row, other):
    for place in (HERE, at(row), at(row, "part", "practice"), at(row, "files"), at(row, "people"), at(row, "send"), at(row, "delete")):
        client.logout()
        assert client.get(place).status_code == 302
        assert client.post(place).status_code in (403, 405)
        client.force_login(other)
        assert client.get(place).status_code == (200 if place == HERE else 404)
    for place in (at(row, "take-back"), at(row, "leftovers"), at(row, "remarks", str(uuid4()))):
        assert client.post(place).status_code == 404


def test_one_begins_with_a_title_and_a_language(author, homes):
    assert author.post(HERE, {"title": "", "language": "xx"}).status_code == 422
    answer = author.post(HERE, {"title": "Ler os livros", "language": "fr"})
    row = Contribution.objects.get()
    assert answer.url == at(row, "part", "practice")
    assert (row.language, row.title) == ("fr", "Ler os livros")


def test_nobody_begins_hundreds(author, homes):
    for _time in range(BEGUN_AN_HOUR):
        author.post(HERE, {"title": "x", "language": "pt"})
    assert author.post(HERE, {"title": "x", "language": "pt"}).status_code == 422
    assert Contribution.objects.count() == BEGUN_AN_HOUR


def test_the_list_asks_the_same_of_one_and_of_three(author, learner, row):
    actions.send(contribution=row, by=learner, now=NOW)
    author.get(HERE)
    with CaptureQueriesContext(connection) as one:
        author.get(HERE)
    for _more in range(2):
        contribution(learner)
    with CaptureQueriesContext(connection) as three:
        page = author.get(HERE)
    assert len(page.context["entries"]) == 3
    assert len(three) == len(one) <= 10


@pytest.mark.parametrize("name", [part.name for part in PARTS])
def test_each_part_comes_back_as_it_was_saved(author, row, name):
    page = author.get(at(row, "part", name))
    assert page.status_code == 200
    assert not page.context["is_clash"]
    assert [question["key"] for question in page.context["questions"]] == list(page.context["part"].keys)


def test_no_part_has_another_name(author, row):
    assert author.get(at(row, "part", "nothing")).status_code == 404


def test_saving_goes_on_to_the_next_part_or_stays(author, row):
    form = shown(author.get(at(row, "part", "exchange"))) | {"objectives": "Novo **texto**"}
    assert author.post(at(row, "part", "exchange"), form).url == at(row, "part", "worth")
    assert answers_of(row)["objectives"] == "Novo **texto**"
    stay = shown(author.get(at(row, "part", "exchange"))) | {"stay": "1", "token": str(uuid4())}
    answer = author.post(at(row, "part", "exchange"), stay)
    assert answer.url == at(row, "part", "exchange")
    assert answer.cookies["kept"].value == stay["token"]
    last = shown(author.get(at(row, "part", "consent"))) | {"is_safe": "on", "may_publish": "on", "licence": "CC0-1.0"}
    assert author.post(at(row, "part", "consent"), last).url == at(row)


def test_countries_are_ticked_one_by_one_or_as_a_group(author, homes, learner):
    row = actions.begin(owner=learner, language="pt", answers={"title": "x"}, now=NOW)
    place = at(row, "part", "where")
    form = {"country_roles": ["BR", "XX"], "country_roles-role-BR": "offering", "country_roles-group": "palop", "starts_year": "2020"}
    author.post(place, {**form, "modality": "south-south", "sector": "no-such"})
    held = answers_of(row)
    assert {"country": "BR", "role": "offering"} in held["country_roles"]
    assert {one["country"] for one in held["country_roles"]} == {"BR", "AO", "CV", "GW", "MZ", "ST"}
    assert (held["starts_year"], held["modality"], held.get("sector")) == ("2020", "south-south", "")
    text = author.get(place).text
    assert 'name="country_roles-role-AO"' in text


def test_rows_are_added_and_emptied(author, row):
    place = at(row, "part", "money")
    form = shown(author.get(place)) | {"amounts-0-amount": "5", "amounts-0-currency": "EUR", "amounts-2-amount": "7"}
    author.post(place, form)
    assert [one["amount"] for one in answers_of(row)["amounts"]] == ["5", "7"]
    author.post(place, shown(author.get(place)))
    assert answers_of(row)["amounts"] == []


def test_only_themes_that_there_are_can_be_chosen(author, row):
    place = at(row, "part", "subject")
    author.post(place, shown(author.get(place)) | {"theme_links": ["child-labour", "<script>"], "target_links": ["8.7", "99.9"]})
    held = answers_of(row)
    assert (held["theme_links"], held["target_links"]) == (["child-labour"], ["8.7"])


def test_where_two_wrote_both_texts_stand_on_the_page(author, row, learner, other):
    held = actions.invite(contribution=row, email=other.email, language="pt", by=learner, now=NOW)
    actions.join(co_author=held, person=other, now=NOW)
    place = at(row, "part", "exchange")
    form = shown(author.get(place))
    author.post(place, form | {"objectives": "O texto da Inês"})
    author.force_login(other)
    answer = author.post(place, form | {"objectives": "O texto da Outra"})
    assert answer.status_code == 409
    assert "O texto da Inês" in answer.text
    assert "O texto da Outra" in answer.text
    assert "Inês Mutombo" in answer.text
    author.post(place, shown(answer) | {"objectives": "Dos dois"})
    assert answers_of(row)["objectives"] == "Dos dois"


def test_what_must_be_mended_stands_beside_its_field_and_on_the_last_page(author, homes, learner):
    row = contribution(learner, starts_year="19", objectives="")
    assert 'data-is="must"' in author.get(at(row, "part", "where")).text
    page = author.get(at(row, "send"))
    assert {finding.key for _part, _label, finding in page.context["missing"]} == {"starts_year", "objectives"}
    assert author.post(at(row, "send")).url == at(row)
    assert page_of(row) is None


def test_a_practice_that_is_there_already_is_warned_about(author, row):
    twin = practice(row.title, is_indexed=True)
    twin.save_revision().publish(skip_permission_checks=True)
    assert row.title in [like["one"].title for like in author.get(at(row, "send")).context["likes"]]


def test_sent_it_is_read_not_changed_and_can_be_taken_back(author, row):
    assert author.post(at(row, "send")).url == at(row)
    place = at(row, "part", "exchange")
    form = shown(author.get(place))
    assert author.post(place, form | {"objectives": "x"}).status_code == 403
    assert author.get(at(row, "send")).status_code == 403
    assert author.post(at(row, "files"), {"title": "x"}).status_code == 403
    assert author.get(at(row, "delete")).status_code == 403
    assert author.post(at(row, "take-back")).url == at(row)
    assert author.get(at(row, "send")).status_code == 200


def test_sending_to_and_fro_is_slowed_down_since_each_time_people_are_written_to(author, row, monkeypatch):
    monkeypatch.setattr(door, "SENT_TO_AND_FRO", 3)
    for place in ("send", "take-back", "send", "take-back"):
        assert author.post(at(row, place)).url == at(row)
    assert stage_of(page_of(row)) == Stage.SUBMITTED
    assert author.get(at(row)).status_code == 200


def test_remarks_stand_at_their_field_and_are_answered(author, row, learner, reviewer):
    page = actions.send(contribution=row, by=learner, now=NOW)
    reviewing.remark(page=page, by=reviewer, field="objectives", text="Que números?", now=NOW)
    reviewing.remark(page=page, by=reviewer, text="Muito bom.", now=NOW)
    reviewing.ask_changes(page=page, by=reviewer, comment="", now=NOW)
    overview = author.get(at(row))
    assert "Muito bom." in overview.text
    assert [left for _part, _state, left in overview.context["parts"]].count(1) == 1
    text = author.get(at(row, "part", "exchange")).text
    assert "Que números?" in text
    assert reviewer.name not in text
    asked = Remark.objects.get(field="objectives")
    assert author.post(at(row, "remarks", str(asked.uid)), {"text": "Estão agora."}).url == at(row, "part", "exchange")
    assert "Estão agora." in author.get(at(row, "part", "exchange")).text
    assert author.post(at(row, "remarks", str(asked.uid)), {"text": " "}).url == at(row)
    assert author.post(at(row, "remarks", str(uuid4())), {"text": "x"}).status_code == 404


def test_files_are_added_and_removed(author, row):
    place = at(row, "files")
    form = {"title": "Guia", "token": str(uuid4())}
    pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
    assert author.post(place, {**form, "file": SimpleUploadedFile("a.pdf", pdf)}).url == place
    assert author.post(place, {**form, "token": str(uuid4()), "file": SimpleUploadedFile("a.exe", b"MZ")}).status_code == 422
    assert author.post(place, form).status_code == 422
    upload = Upload.objects.get()
    assert "Guia" in author.get(place).text
    assert author.post(f"{place}{upload.uid}/remove/").url == place
    assert author.post(f"{place}{upload.uid}/remove/").status_code == 404


def test_a_filled_form_becomes_a_contribution(author, homes):
    lines = ["Boa prática\tLer os livros", "Instituição\tInspeção", "Objetivo(s) Sul-Sul\tUm objetivo.", "Inovação\tAlgo novo."]
    lines += ["Resultados Sul-Sul\tTrês livros.", "Fontes de financiamento\tUSD 150,000 do fundo."]
    file = SimpleUploadedFile("forma.txt", "\n".join(lines).encode())
    answer = author.post(f"{HERE}filled/", {"file": file, "text_language": "pt"})
    row = Contribution.objects.get()
    assert answer.url == at(row)
    held = answers_of(row)
    assert (held["title"], held["institution"]) == ("Ler os livros", "Inspeção")
    assert held["innovation"] == "Algo novo."


def test_what_is_no_form_is_refused_beside_its_field(author, homes):
    for file in (
        SimpleUploadedFile("a.txt", b"Bom dia."),
        SimpleUploadedFile("a.docx", b"PK\x03\x04"),
        SimpleUploadedFile("a.exe", b"MZ\x00"),
    ):
        assert author.post(f"{HERE}filled/", {"file": file}).status_code == 422
    assert author.post(f"{HERE}filled/").status_code == 422
    assert not Contribution.objects.exists()


def test_leftovers_are_shown_and_ticked(author, learner, homes):
    row = actions.begin(owner=learner, language="pt", answers={"title": "x"}, leftovers=[{"text": "Solto <b>"}], now=NOW)
    assert "Solto &lt;b&gt;" in author.get(at(row)).text
    author.post(at(row, "leftovers"), {"done": ["0", "x", "999999"]})
    row.refresh_from_db()
    assert row.leftovers[0]["is_done"]


def test_deleting_and_withdrawing_ask_first(author, row, learner):
    assert author.get(at(row, "withdraw")).status_code == 403
    assert author.get(at(row, "delete")).status_code == 200
    assert author.post(at(row, "delete")).url == HERE
    sent = contribution(learner)
    page = actions.send(contribution=sent, by=learner, now=NOW)
    actions.take_back(contribution=sent, by=learner, now=NOW)
    page.get_latest_revision().publish(skip_permission_checks=True)
    assert author.post(at(sent, "withdraw"), {"reason": ""}).status_code == 422
    assert author.post(at(sent, "withdraw"), {"reason": "Engano."}).url == at(sent)
    assert not page_of(sent).live
    assert author.get(at(sent)).status_code == 200


def test_hostile_answers_are_shown_as_text(author, homes, learner):
    bad = '"><script>alert(1)</script>'
    row = contribution(learner, **dict.fromkeys(("title", "objectives", "author"), bad), materials=[{"title": bad, "address": bad}])
    for place in (at(row), at(row, "part", "practice"), at(row, "part", "exchange"), at(row, "part", "contact"), at(row, "send"), HERE):
        assert "<script>alert" not in author.get(place).text


def test_a_whole_contribution_asks_little(author, row):
    author.get(at(row))
    with CaptureQueriesContext(connection) as overview:
        author.get(at(row))
    with CaptureQueriesContext(connection) as part:
        author.get(at(row, "part", "where"))
    assert len(overview) <= 20
    assert len(part) <= 20
    assert set(whole_answers()) == set(answers_of(row))
