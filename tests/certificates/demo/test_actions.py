"""The demo's certificates: designs, an earlier edition, papers that are really there; twice no change."""

from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.core.files.storage import default_storage

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, Credential
from certificates.demo.actions import NAME, demo_parts, hold_earlier, load_certificates
from certificates.designs.choices import Kind
from certificates.designs.models import Template
from content.seeding.shaping import identity
from courses.completion.models import Completion, UnitProgress
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from mail.models import Message
from tests.factories.certificates import template_of
from tests.factories.content import section_below
from tests.factories.courses import course_below, modules_below, reading_below

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 10, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


@pytest.fixture
def academy(homes):
    return course_below(
        section_below(homes["pt"], title="Cursos", slug="courses"), title="Academia", translation_key=identity("academia-sstc")
    )


def load(now=NOW):
    said = []
    load_certificates(now=now, say=said.append)
    return said


def everything():
    models = [*apps.get_app_config("certificates").get_models(), Edition, Enrolment, Message]
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_it_stands_among_the_parts_of_the_demo():
    ((order, title, write),) = demo_parts()
    assert (order, title) == (50, "Certificates")
    said = []
    write(NOW, said.append)
    assert said == ["Without an issuer and the people of the demo there are no certificates."]


def test_there_is_a_design_of_each_kind_signed_and_written_down(issuer, cast, academy):
    assert load()[0] == "3 designs"
    assert set(Template.objects.values_list("kind", flat=True)) == set(Kind.values)
    assert {template.layout for template in Template.objects.all()} == {"woven", "plain", "official"}
    assert all("demonstração" in template.signatory_rows.get().signatory.name for template in Template.objects.all())


def test_what_an_editor_prepared_stays(issuer, cast, academy):
    own = template_of(issuer)
    assert load()[0] == "2 designs"
    assert Template.objects.get(kind=Kind.COMPLETION) == own


def test_an_earlier_edition_is_over_and_its_people_hold_papers(issuer, cast, academy, learner, facilitator):
    assert load()[1] == f"3 certificates of «{NAME}»"
    edition = Edition.objects.get(name=NAME)
    assert edition.is_closed
    assert edition.ends_at < NOW
    assert edition.starts_on.weekday() == 0
    assert edition.facilitator_rows.get().person == facilitator
    award = Award.objects.get(person=learner)
    assert award.state == Stage.ISSUED
    assert award.credential.words.name == "Inês Mutombo"
    assert award.credential.words.course == {"pt": "Academia"}
    assert award.credential.issued_at < edition.ends_at
    paper = award.credential.papers.get()
    with default_storage.open(paper.file) as file:
        assert file.read(5) == b"%PDF-"
    assert paper.size <= 100_000
    assert Credential.objects.count() == 3


def test_who_completed_it_has_done_every_unit(issuer, cast, academy, learner):
    units = [reading_below(module) for module in modules_below(academy, 2)]
    load()
    done = UnitProgress.objects.filter(enrolment__person=learner, done_at__isnull=False)
    assert set(done.values_list("unit_key", flat=True)) == {unit.translation_key for unit in units}
    award = Award.objects.get(person=learner)
    assert Completion.objects.get(enrolment=award.enrolment).completed_at == award.made_at
    assert load()[1].startswith("3 certificates")


def test_one_is_still_to_confirm_her_name(issuer, cast, academy, reviewer):
    load()
    award = Award.objects.get(person=reviewer)
    assert award.state == Stage.WAITING
    assert award.confirm_by > NOW


def test_loading_twice_and_later_changes_nothing(issuer, cast, academy):
    load()
    before = everything()
    said = load(NOW + timedelta(days=40))
    assert everything() == before
    assert said == ["The designs were there already.", f"3 certificates of «{NAME}»"]


def test_what_could_not_be_made_is_said_and_made_the_next_time(issuer, cast, academy, settings, learner):
    keys, settings.CERTIFICATE_KEYS = settings.CERTIFICATE_KEYS, {}
    assert "3 not made" in load()[1]
    settings.CERTIFICATE_KEYS = keys
    assert load()[1] == f"3 certificates of «{NAME}»"


def test_nothing_lies_ahead(issuer, cast, academy):
    people = {name: person for name, person in cast.items() if name != "stranger"}
    load_certificates(now=NOW, say=str)
    assert Award.objects.latest("made_at").made_at <= NOW
    assert {row.person for row in Enrolment.objects.all()} == {people[name] for name in ("learner", "moderator", "translator", "reviewer")}


def test_only_who_is_there_takes_part(issuer, learner, facilitator, admin, academy):
    load()
    edition = Edition.objects.get(name=NAME)
    assert {row.person for row in edition.enrolments.all()} == {learner}
    assert hold_earlier(people={"facilitator": facilitator}, now=NOW).enrolments.count() == 0
