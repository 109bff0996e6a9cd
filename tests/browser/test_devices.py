"""Two devices of one learner, two learners at one device: what is kept there stays with its person and its time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from courses.assessment.actions import save_answer
from courses.learning.models import Note
from tests.browser.attempting import *  # noqa: F403
from tests.browser.attempting import step, value_of
from tests.factories.accounts import PersonFactory
from tests.factories.courses import reading_below
from tests.factories.learning import edition_of, enrolled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_an_answer_left_on_one_device_does_not_undo_the_later_one_of_another(screen, begun):
    page = screen()
    page.goto(step(begun, 6))
    page.context.set_offline(True)
    page.locator("input[name=answer]").nth(1).check()
    page.get_by_role("status").get_by_text("No line: kept on this device").wait_for()
    page.context.new_page().goto("about:blank")  # her phone, so to say; this page stays open
    order = begun.answers.get(place=6).order
    save_answer(attempt=begun, place=6, value=order[2], now=timezone.now() + timedelta(minutes=2))
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.context.set_offline(False)
    assert sent.value.status == 409
    expect(page.get_by_role("status")).to_contain_text("could not be saved any more")
    assert value_of(begun, 6) == order[2]
    page.goto(step(begun, 6))
    expect(page.locator("input[name=answer]").nth(2)).to_be_checked()


def test_a_note_that_one_person_left_is_not_shown_to_the_next_at_the_same_machine(chrome, live_server, module, learner):
    unit = reading_below(module)
    edition = edition_of(module.get_parent().specific)
    address = f"/en/learning/notes/{unit.translation_key}/"
    other = PersonFactory(language="en")
    context = chrome.new_context(base_url=live_server.url)
    page = context.new_page()
    for person in (learner, other):
        enrolled(person, edition)
        client = Client()
        client.force_login(person)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        page.goto(address)
        expect(page.locator("[name=text]")).to_have_value("")
        page.fill("[name=text]", f"Only {person.pk} reads this")
        page.locator("form.section [role=status]", has_text="Saved.").wait_for()
    context.close()
    assert Note.objects.get(person=other).text == f"Only {other.pk} reads this"
