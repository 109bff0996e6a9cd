"""A certificate in the words of Open Badges 3.0."""

import re

import pytest

from certificates.badges.achievement import TYPES, achievement_of, badge_of, tag_of
from tests.certificates.badges.certificate import COURSE, DID, NAMES, NUMBER, said, words

HERE = "https://academy.example.org"
ACHIEVED = f"{HERE}/credentials/achievements/{COURSE}/completion"


def test_a_badge_says_who_what_when_and_by_whom():
    badge = badge_of(said())
    assert badge["id"] == f"{HERE}/verify/{NUMBER}/"
    assert badge["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert badge["name"] == "Inspeção do trabalho infantil"
    assert badge["issuer"] == {"id": DID, "type": ["Profile"], "name": "Academia da Cooperação Sul-Sul", "url": HERE}
    assert (badge["validFrom"], badge["validUntil"]) == ("2026-11-21T15:30:12Z", "2029-11-21T00:00:00Z")
    assert badge["awardedDate"] == "2026-11-20T00:00:00Z"
    subject = badge["credentialSubject"]
    assert subject["identifier"] == [{"type": "IdentityObject", "hashed": False, "identityHash": NAMES["accents"], "identityType": "name"}]
    assert subject["term"] == "2026, segunda edição"
    assert (subject["activityStartDate"], subject["activityEndDate"]) == ("2026-09-01T00:00:00Z", "2026-11-15T00:00:00Z")
    assert subject["result"] == [{"type": ["Result"], "resultDescription": f"{ACHIEVED}#grade", "value": "87"}]


def test_a_badge_tells_nothing_that_the_paper_does_not():
    text = str(badge_of(said(shows_percent=False)))
    assert "CV" not in text
    assert "87" not in text.replace(NUMBER, "")
    assert "rade" not in text


@pytest.mark.parametrize("percent", [None, 0, 100])
def test_a_grade_is_said_where_there_is_one_and_it_is_wanted(percent):
    badge = badge_of(said(percent=percent))
    results = badge["credentialSubject"].get("result", [])
    assert [one["value"] for one in results] == ([] if percent is None else [str(percent)])
    assert ("resultDescription" in badge["credentialSubject"]["achievement"]) == (percent is not None)


def test_what_is_not_known_is_left_out():
    badge = badge_of(said(valid_until=None, edition="", starts_on="", ends_on="", hours="", percent=None))
    assert "validUntil" not in badge
    assert set(badge["credentialSubject"]) == {"id", "type", "name", "identifier", "achievement"}
    assert "None" not in str(badge)


def test_the_holder_has_a_name_of_her_own_in_each_badge_that_leads_to_nobody():
    holder = badge_of(said())["credentialSubject"]["id"]
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", holder)
    assert holder == badge_of(said(name="Somebody Else"))["credentialSubject"]["id"]


@pytest.mark.parametrize(
    ("kind", "of_type"), [("completion", "CertificateOfCompletion"), ("participation", "Certificate"), ("contribution", "Award")]
)
def test_each_kind_is_told_apart(kind, of_type):
    achievement = achievement_of(words(kind=kind))
    assert achievement["achievementType"] == of_type
    assert achievement["id"].endswith(f"/{COURSE}/{kind}")
    assert len({achievement_of(words(kind=other))["criteria"]["narrative"] for other in TYPES}) == 3
    assert achievement["image"] == {"id": f"{achievement['id']}.png", "type": "Image"}


def test_an_achievement_is_said_in_the_main_language_of_the_paper():
    assert achievement_of(words())["inLanguage"] == "pt"
    english = achievement_of(words(languages=["en", "pt"]))
    assert (english["name"], english["inLanguage"]) == ("Inspecting child labour", "en")
    assert english["description"] == "A course of 32 hours by Academia da Cooperação Sul-Sul."
    assert english["criteria"] == {"narrative": "Every required part of the course was completed."}
    assert achievement_of(words(languages=["en"], hours=""))["description"] == "A course by Academia da Cooperação Sul-Sul."
    assert achievement_of(words(languages=["en"], kind="contribution"))["description"].startswith("A contribution")


def test_an_achievement_is_about_nobody():
    assert NAMES["accents"] not in str(achievement_of(words()))


@pytest.mark.parametrize(("ours", "theirs"), [("pt", "pt"), ("pt-br", "pt-BR"), ("fr", "fr")])
def test_languages_are_written_as_the_standard_asks(ours, theirs):
    assert tag_of(ours) == theirs
    assert re.fullmatch(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", tag_of(ours))
