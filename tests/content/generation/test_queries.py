"""What follows from published pages is asked once for each generation and rank, never from one person for another."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from content.generation.actions import raise_generation
from content.generation.queries import generation, remembered

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """Return a question that counts how often it is asked."""

    def ask():
        ask.times += 1
        return ask.times

    ask.times = 0
    return ask


@pytest.fixture
def request_of(rf):
    def make(person=None):
        request = rf.get("/")
        request.user = person or AnonymousUser()
        return request

    return make


def test_an_answer_is_kept_for_all_until_something_is_published(request_of, asked):
    assert remembered(request_of(), "a", asked) == remembered(request_of(), "a", asked) == 1
    raise_generation(now=timezone.now())
    assert remembered(request_of(), "a", asked) == 2
    assert remembered(request_of(), "b", asked) == 3


def test_strangers_and_members_are_answered_apart(request_of, asked, django_user_model):
    member = django_user_model.objects.create_user(email="m@example.org")
    other = django_user_model.objects.create_user(email="o@example.org")
    assert remembered(request_of(), "a", asked) == 1
    assert remembered(request_of(member), "a", asked) == 2
    assert remembered(request_of(other), "a", asked) == 2
    assert remembered(request_of(), "a", asked) == 1


def test_nothing_is_an_answer_too(request_of, django_assert_num_queries):
    told = []
    for _time in range(2):
        assert remembered(request_of(), "a", lambda: told.append(1)) is None
    assert told == [1]


def test_a_preview_asks_each_time_and_leaves_nothing_behind(request_of, asked):
    preview = request_of()
    preview.is_preview = True
    assert [remembered(preview, "a", asked) for _time in range(2)] == [1, 2]
    assert remembered(request_of(), "a", asked) == 3


def test_many_names_take_one_query_a_request(request_of, asked, django_assert_num_queries):
    request = request_of()
    with django_assert_num_queries(1):
        for name in "abc":
            remembered(request, name, asked)


def test_the_number_grows_even_when_the_clock_stands_still(request_of):
    now = timezone.now()
    numbers = []
    for _time in range(3):
        raise_generation(now=now)
        numbers.append(generation())
    assert numbers == sorted(set(numbers))
