"""`manage.py import_people`: three thousand lines with every trap, twice."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from courses.enrolment.choices import Answer
from courses.enrolment.models import Enrolment, Invitation
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db
MEMBERS = 40


@pytest.fixture(autouse=True)
def queue(settings):
    """Queue jobs as rows: mails are not sent within the test."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


@pytest.fixture
def open_ended(course):
    return edition_of(course, starts_on="2026-01-01", ends_on="2090-01-01")


def imported(path, edition, *options):
    """Return what was said on the two channels, and the refusal if any."""
    out, err, refusal = StringIO(), StringIO(), ""
    try:
        call_command("import_people", str(path), "--edition", str(edition.uid), *options, stdout=out, stderr=err)
    except CommandError as error:
        refusal = str(error)
    return out.getvalue(), err.getvalue(), refusal


def trapped(path):
    """Write 3,000 lines: members, strangers, one-word names, quotes over lines, and faults of every kind; return lines by kind."""
    lines, wrong = ["Correio eletrónico;Nome;Língua;País;Instituição"], {}
    for number in range(2, 3001):
        email, name, rest = f"p{number}@example.org", f"Pessoa Nº {number}", "pt;Moçambique;Inspecção-Geral"
        match number % 60:
            case 0:
                wrong[number], email = "no e-mail address", f"p{number}.example.org"
            case 1:
                wrong[number], rest = "no country", "pt;Atlântida;X"
            case 2 if number > 60:
                wrong[number], email = "same address", f"P{number - 59}@example.ORG" if (number - 59) % 60 == 3 else "p10@example.org"
            case 4:
                name = "Pelé"
            case 5:
                name = '"Évora; ""Tó"""'
            case 6:
                wrong[number], name = "quotation mark", '"Ana'
            case 7:
                wrong[number], rest = "languages", "Klingon;MZ;X"
            case 8:
                rest = "français;CI;École"
            case 9:
                wrong[number], email = "no address", ""
            case 10 if number < 70:
                email = "P10@Example.org"
        lines.append(";".join((email, name, rest)))
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return wrong


def test_three_thousand_lines_with_traps_then_again_without_change(tmp_path, open_ended):
    members = [PersonFactory(email=f"p{number}@example.org") for number in range(11, 11 + MEMBERS)]
    path = tmp_path / "people.csv"
    wrong = trapped(path)
    out, err, refusal = imported(path, open_ended)
    told = {int(line.split(":")[0].removeprefix("line ")) for line in err.strip().splitlines()}
    assert told == set(wrong)
    assert refusal == f"{len(wrong)} of 2999 lines not brought in."
    right = 2999 - len(wrong)
    assert Enrolment.objects.filter(person__in=members).count() == Enrolment.objects.count() == MEMBERS
    assert Invitation.objects.count() == right - MEMBERS
    assert Message.objects.count() == right
    assert f"{MEMBERS} enrolled" in out
    assert Invitation.objects.get(email="p8@example.org").language == "fr"
    assert Invitation.objects.get(email="p10@example.org").name == "Pessoa Nº 10"
    assert Invitation.objects.get(email="p65@example.org").name == 'Évora; "Tó"'
    again, _err, refusal = imported(path, open_ended)
    assert "No change" in again
    assert Message.objects.count() == right
    assert refusal == f"{len(wrong)} of 2999 lines not brought in."


def test_a_dry_run_says_the_same_and_changes_nothing(tmp_path, open_ended, learner):
    path = tmp_path / "people.csv"
    path.write_text("\ufeffemail,name\nlearner@example.org,Inês\nnew@example.org,Nova\nx,X\n", encoding="utf-8")
    out, err, refusal = imported(path, open_ended, "--dry-run")
    assert "Would be brought in: 1 enrolled, 1 invited." in out
    assert err.startswith("line 4:")
    assert refusal.startswith("1 of 3")
    assert [rows.objects.count() for rows in (Enrolment, Invitation, Message)] == [0, 0, 0]


def test_stopped_in_the_middle_it_goes_on(tmp_path, open_ended, monkeypatch):
    path = tmp_path / "people.csv"
    path.write_text("email\n" + "".join(f"p{number}@example.org\n" for number in range(10)))
    asked = iter(range(100))

    def torn(self, *args, **kwargs):
        if next(asked) == 6:
            raise KeyboardInterrupt
        return real(self, *args, **kwargs)

    real = Message.save
    monkeypatch.setattr(Message, "save", torn)
    with pytest.raises(KeyboardInterrupt):
        imported(path, open_ended)
    assert Invitation.objects.count() == Message.objects.count() == 6
    monkeypatch.setattr(Message, "save", real)
    out, _err, refusal = imported(path, open_ended)
    assert "4 invited, 6 invited before" in out
    assert refusal == ""
    assert Message.objects.count() == Invitation.objects.count() == 10


def test_those_who_left_and_closed_accounts_are_reported_and_left_alone(tmp_path, open_ended, learner):
    enrolled(learner, open_ended, state="withdrawn")
    PersonFactory(email="closed@example.org", is_active=False)
    path = tmp_path / "people.csv"
    path.write_text("email\nlearner@example.org\nclosed@example.org\n")
    out, err, refusal = imported(path, open_ended)
    assert "line 2: learner@example.org: withdrew" in err
    assert "line 3: closed@example.org: the account" in err
    assert refusal == "2 of 2 lines not brought in."
    assert "No change: nobody." in out


@pytest.mark.parametrize("state", ["withdrawn", "refused"])
def test_those_who_left_are_taken_in_again_where_that_is_asked_for(tmp_path, open_ended, learner, state):
    row = enrolled(learner, open_ended, state=state)
    path = tmp_path / "people.csv"
    path.write_text("email\nlearner@example.org\n")
    assert "Would be brought in: 1 enrolled." in imported(path, open_ended, "--again", "--dry-run")[0]
    row.refresh_from_db()
    assert row.state == state
    assert imported(path, open_ended, "--again") == ("Brought in: 1 enrolled.\n", "", "")
    assert "No change: 1 in already." in imported(path, open_ended, "--again")[0]
    row.refresh_from_db()
    assert row.is_active
    assert [act.verb for act in open_ended.staff_acts.all()] == ["enrolment.readmit"]


@pytest.mark.parametrize(
    ("text", "fields", "said"),
    [
        (None, {}, "No such file"),
        ("", {}, "empty"),
        ("name\nAna\n", {}, "e-mail"),
        ("email\na@example.org\n", {"stage": "draft"}, "not announced"),
        ("email\na@example.org\n", {"stage": "closed", "closed_at": NOW}, "closed"),
        ("email\na@example.org\n", {"starts_on": "2020-01-01", "ends_on": "2020-02-01"}, "over"),
    ],
)
def test_a_refusal_is_one_line(tmp_path, course, text, fields, said):
    path = tmp_path / "people.csv"
    if text is not None:
        path.write_text(text)
    edition = edition_of(course, **({"starts_on": "2026-01-01", "ends_on": "2090-01-01"} | fields))
    _out, _err, refusal = imported(path, edition)
    assert said in refusal
    assert "\n" not in refusal


@pytest.mark.parametrize("uid", ["x", "00000000-0000-0000-0000-000000000000"])
def test_an_edition_that_is_none_is_refused(tmp_path, uid):
    with pytest.raises(CommandError, match="no such edition"):
        call_command("import_people", str(tmp_path / "x.csv"), "--edition", uid)


def test_the_invited_are_let_in_by_their_mail(tmp_path, open_ended):
    path = tmp_path / "people.csv"
    path.write_text("email;nome;idioma\nawa@example.org;Awa;fr\n")
    imported(path, open_ended)
    mail = Message.objects.get()
    assert (mail.to, mail.language) == ("awa@example.org", "fr")
    assert "/fr/learning/invitations/" in mail.text
    assert Invitation.objects.get().answer == Answer.SENT
