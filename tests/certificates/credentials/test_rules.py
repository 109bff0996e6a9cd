"""Who sees a credential whole, and who decides about an award: each rule beside its list."""

import pytest
from django.contrib.auth.models import AnonymousUser

from certificates.credentials.models import Award, Credential
from certificates.credentials.rules import can_run_award, can_see, is_holder, run_awards, visible_to
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of
from tests.factories.learning import edition_of, run


@pytest.fixture
def school(cast, course, edition, issuer):
    """Certificates of two editions: of the learner, of the facilitator herself, of somebody who is gone."""
    other = edition_of(course, name="Others")
    run(edition, cast["facilitator"])
    stranger_there = PersonFactory(email="other.facilitator@example.org", groups=["facilitator"])
    run(other, stranger_there)
    for person, where in ((cast["learner"], edition), (cast["facilitator"], edition), (cast["learner"], other), (None, edition)):
        credential_of(award_of(person, where, name="Somebody"), issuer)
    gone = PersonFactory(email="gone@example.org", is_active=False)
    credential_of(award_of(gone, other), issuer)
    return cast | {"other_facilitator": stranger_there, "gone": gone, "nobody": None}


def test_each_answer_is_the_same_one_by_one_and_as_a_list(school):
    for role, person in school.items():
        seen, decided = set(visible_to(person)), set(run_awards(person))
        for credential in Credential.objects.all():
            assert can_see(person, credential) is (credential in seen), (role, credential.person)
        for award in Award.objects.all():
            assert can_run_award(person, award) is (award in decided), (role, award.person)


def test_who_sees_what(school, edition):
    seen = {role: visible_to(person).count() for role, person in school.items()}
    nothing = dict.fromkeys(("stranger", "nobody", "moderator", "translator", "reviewer", "partner", "gone"), 0)
    assert seen == {**nothing, "learner": 2, "facilitator": 3, "other_facilitator": 2, "editor": 5, "admin": 5}


def test_nobody_decides_her_own_award_but_who_runs_all(school, edition):
    own = Award.objects.get(person=school["facilitator"])
    assert not can_run_award(school["facilitator"], own)
    assert can_run_award(school["admin"], own)
    assert can_see(school["facilitator"], own.credential)


def test_what_belongs_to_nobody_is_held_by_nobody(school, edition):
    orphan = Credential.objects.get(person=None)
    assert not is_holder(AnonymousUser(), orphan)
    assert not is_holder(None, orphan)
    assert not is_holder(school["learner"], orphan)


def test_a_certificate_of_another_is_not_held(school, learner):
    for credential in Credential.objects.exclude(person=learner):
        assert not is_holder(learner, credential)
    assert AWARDED.year == 2027
