"""A whole small school: two editions of a course with everything that the routes of courses lead to, and everybody around it.

A test package takes part with `from tests.factories.campus import *`.
"""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from courses.assessment.actions import hand_in, start_attempt
from courses.enrolment.links import invitation_token
from courses.enrolment.models import Invitation
from courses.learning.actions import new_calendar_secret, save_note
from courses.questions.models import QuestionFile
from tests.factories.accounts import PersonFactory
from tests.factories.courses import modules_below, reading_below
from tests.factories.learning import NOW, discussion_below, edition_of, enrolled, quiz_below, run, single

__all__ = ["campus", "people", "stopped_clock"]
LANGUAGES = ("pt", "pt-br", "en", "es", "fr")
ROLES = (
    *("stranger", "member", "learner", "other_learner", "facilitator", "other_facilitator"),
    *("moderator", "translator", "editor", "reviewer", "partner", "admin"),
)


@dataclass(frozen=True)
class Route:
    """A named route and how many things its address names."""

    name: str
    holes: tuple[str, ...]


def routes(module: str) -> list[Route]:
    """Return every route that a file of routes leads to, by walking it: a new one is found without being told."""
    found: list[Route] = []

    def walk(patterns: Any, above: tuple[str, ...]) -> None:
        for one in patterns:
            assert isinstance(one.pattern, RoutePattern)
            holes = (*above, *one.pattern.converters)
            if isinstance(one, URLPattern):
                assert one.name, one
                found.append(Route(one.name, holes))
            else:
                walk(one.url_patterns, holes)

    walk(get_resolver(module).url_patterns, ())
    return found


@pytest.fixture
def stopped_clock(monkeypatch):
    """Let every page be asked for in the second week of the edition, whenever the tests run."""
    now = NOW + timedelta(hours=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return now


@pytest.fixture
def people(cast) -> dict[str, Any]:
    """The cast, with those who have to do with another edition, and one who has to do with none."""
    return cast | {
        "member": PersonFactory(name="Member Nowhere"),
        "other_learner": PersonFactory(name="Other Learner"),
        "other_facilitator": PersonFactory(name="Other Facilitator", groups=["facilitator"]),
    }


@pytest.fixture
def campus(course, people, stopped_clock, settings, tmp_path) -> SimpleNamespace:
    """Everything there is, all of it of the learner's edition, which the facilitator runs."""
    settings.MEDIA_ROOT = tmp_path / "media"
    modules = modules_below(course, 2)
    reading = reading_below(modules[0], completes="marked")
    asked = single(name="Q1")
    quiz = quiz_below(modules[0], asked, single(name="Q2"))
    talk = discussion_below(modules[1])
    own, other = edition_of(course), edition_of(course, name="Others")
    run(own, people["facilitator"])
    run(other, people["other_facilitator"])
    enrolment = enrolled(people["learner"], own)
    enrolled(people["other_learner"], other)
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    invited = Invitation.objects.create(edition=own, email=people["learner"].email, sent_at=NOW)
    save_note(person=people["learner"], unit_key=reading.translation_key, text="A note of mine", now=NOW)
    return SimpleNamespace(
        course=course,
        modules=modules,
        reading=reading,
        quiz=quiz,
        talk=talk,
        own=own,
        other=other,
        enrolment=enrolment,
        waiting=enrolled(PersonFactory(name="Who Asks"), own, state="asked", since=None),
        attempt=attempt,
        question=asked,
        event=own.events.create(title="Webinar", starts_at=NOW + timedelta(days=1)),
        invitation=invited,
        token=invitation_token(invited, now=NOW),
        picture=QuestionFile.objects.create(question=asked, name="x.png", file=ContentFile(b"\x89PNG\r\n\x1a\n", name="x.png")),
        secret=new_calendar_secret(person=people["learner"], now=NOW).calendar_secret,
    )


def finished(campus: SimpleNamespace) -> None:
    """Hand in the learner's attempt."""
    hand_in(attempt=campus.attempt, now=NOW)


def address(campus: SimpleNamespace, route: Route, language: str = "en") -> str:
    """Return where a route leads in the learner's edition."""
    quiz, unit, course = campus.quiz.translation_key, campus.reading.translation_key, campus.course.translation_key
    keys = {
        **dict.fromkeys(("editions", "course-continue"), course),
        **dict.fromkeys(("quiz-start", "quiz-items", "quiz-figures"), quiz),
        **dict.fromkeys(("unit-mark", "unit-place", "learning-note", "learning-note-draft"), unit),
        "learning-print": campus.modules[0].translation_key,
    }
    uids = {
        **dict.fromkeys(("attempt", "attempt-step", "attempt-hand-in", "read-attempt"), campus.attempt.uid),
        **dict.fromkeys(("bank-question", "question-retire", "question-edit", "question-regrade"), campus.question.uid),
        "question-picture": campus.picture.uid,
        "learner-attempts": campus.enrolment.uid,
    }
    asking = route.name in ("enrolment-approve", "enrolment-refuse")
    held = {
        "key": keys.get(route.name),
        "uid": uids.get(route.name, campus.own.uid),
        "token": campus.token,
        "secret": campus.secret,
        "place": 1,
        "enrolment_uid": (campus.waiting if asking else campus.enrolment).uid,
        "invitation_uid": campus.invitation.uid,
        "language": "en",
        "kind": "csv",
        "learner": campus.enrolment.uid,
        "event": campus.event.uid,
        "event_uid": campus.event.uid,
    }
    path = reverse(route.name, kwargs={hole: held[hole] for hole in route.holes})
    return f"/{language}/{path.split('/', 2)[2]}"


def everything() -> dict[str, list[tuple]]:
    """Return all rows of courses: what is the same before and after did not change."""
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in apps.get_app_config("courses").get_models()}
