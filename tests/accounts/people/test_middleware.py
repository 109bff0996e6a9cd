"""Times are shown in a person's own time zone."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.people.middleware import TimeZoneMiddleware
from tests.factories.accounts import PersonFactory


def _zone_seen(user, cookie=True):
    request = RequestFactory().get("/")
    request.user = user
    if cookie:
        request.COOKIES["sessionid"] = "x"
    seen = TimeZoneMiddleware(lambda request: HttpResponse(timezone.get_current_timezone_name()))(request)
    return seen.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("held", "seen"), [("Africa/Maputo", "Africa/Maputo"), ("Nowhere/City", "UTC"), ("", "UTC"), ("../etc", "UTC")])
def test_the_persons_zone_is_used_and_nonsense_does_no_harm(held, seen):
    assert _zone_seen(PersonFactory(time_zone=held)) == seen
    assert timezone.get_current_timezone_name() == "UTC"


def test_strangers_see_the_sites_zone(stranger):
    assert _zone_seen(stranger) == "UTC"


def test_where_no_session_comes_along_nobody_is_asked_who_it_is():
    def asked():
        raise AssertionError("the person was asked for")

    assert _zone_seen(SimpleLazyObject(asked), cookie=False) == "UTC"
