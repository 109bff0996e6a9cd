"""What people read in their mails: every decision, in every language, as text and as a page."""

import re

import pytest

from courses.enrolment.actions.letters import tell, tell_invited
from courses.enrolment.models import Invitation
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db
WHATS = ("enrolled", "waiting", "moved_up", "refused", "withdrawn", "more_days")


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
@pytest.mark.parametrize("what", WHATS)
def test_every_decision_is_told_in_every_language(edition, mails, what, language):
    row = enrolled(PersonFactory(language=language), edition, extra_days=7)
    tell(enrolment=row, what=what, reason="Because <so>.", now=NOW)
    [mail] = mails(row.person)
    assert mail.is_essential
    assert (mail.language, mail.person, mail.kind) == (language, row.person, "courses-enrolment")
    assert "Inspection" in mail.subject
    assert "\n" not in mail.subject
    assert "Because <so>." in mail.text
    assert "Because &lt;so&gt;." in mail.html
    for words in (mail.text, mail.html):
        assert f"/{language}/learning/editions/{edition.uid}/" in words
        assert "Africa/Maputo" in words
        assert "{" not in re.sub(r"<style>.*?</style>", "", words, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("enrolled", "You take part"),
        ("waiting", "waiting list"),
        ("moved_up", "A place has become free"),
        ("refused", "refused your request"),
        ("withdrawn", "ended your part"),
        ("more_days", "7 more days"),
    ],
)
def test_each_decision_has_its_words(edition, mails, what, said):
    row = enrolled(PersonFactory(language="en"), edition, extra_days=7)
    tell(enrolment=row, what=what, now=NOW)
    [mail] = mails(row.person)
    assert said in mail.text
    assert "Reason" not in mail.text


def test_one_day_more_is_said_as_one(edition, mails):
    row = enrolled(PersonFactory(language="en"), edition, extra_days=1)
    tell(enrolment=row, what="more_days", now=NOW)
    assert "1 more day for" in mails(row.person)[0].text


def test_an_edition_without_end_says_so_and_one_with_a_beginning_when(course, mails):
    free = enrolled(PersonFactory(language="en"), self_paced(course))
    tell(enrolment=free, what="enrolled", now=NOW)
    assert "At your own pace" in mails(free.person)[0].text
    dated = enrolled(PersonFactory(language="en"), edition_of(course))
    tell(enrolment=dated, what="enrolled", now=NOW)
    assert "25" in mails(dated.person)[0].text


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
@pytest.mark.parametrize("name", ["Awa Diop", ""])
def test_an_invitation_names_its_owner_where_the_name_is_known(edition, mails, language, name):
    row = Invitation.objects.create(edition=edition, email="awa@example.org", name=name, language=language, sent_at=NOW)
    tell_invited(invitation=row, now=NOW)
    [mail] = mails("awa@example.org")
    assert mail.language == language
    assert f"/{language}/learning/invitations/" in mail.text
    assert f"/{language}/learning/invitations/" in mail.html
    assert ("Awa Diop," in mail.text) is bool(name)


def test_a_course_that_is_gone_lends_no_name_and_the_edition_does(course, mails):
    edition = edition_of(course, name="CPLP 2027")
    course.unpublish()
    row = enrolled(PersonFactory(), edition)
    tell(enrolment=row, what="enrolled", now=NOW)
    assert "CPLP 2027" in mails(row.person)[0].subject
