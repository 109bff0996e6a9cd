"""What wagtail-localize does later travels as plain values."""

import pytest
from django.utils.module_loading import import_string
from wagtail.models import Locale

from jobs import localize, tasks
from jobs.localize import LocalizeBackend, packed

pytestmark = pytest.mark.django_db
CALLS = []


def remember(*args, **kwargs):
    CALLS.append((args, kwargs))


class NoComponents:
    components = ()


class SomeComponents:
    components = ("a form",)


def test_the_setting_names_this_backend(settings):
    assert import_string(settings.WAGTAILLOCALIZE_JOBS["BACKEND"]) is localize.LocalizeBackend


def test_rows_arrive_as_rows_and_nothing_else_changes(queue):
    CALLS.clear()
    locale = Locale.objects.first() or Locale.objects.create(language_code="pt")
    LocalizeBackend({}).enqueue(remember, [5, [locale], NoComponents(), locale], {"page_index": None})
    queue()
    (call,) = CALLS
    assert call == ((5, [locale], None, locale), {"page_index": None})


def test_a_queryset_of_locales_travels_too():
    Locale.objects.get_or_create(language_code="fr")
    assert packed(Locale.objects.filter(language_code="fr")) == [
        {"model": "wagtailcore.locale", "pk": Locale.objects.get(language_code="fr").pk}
    ]


def test_a_row_that_has_gone_is_told_to_staff():
    with pytest.raises(Locale.DoesNotExist):
        tasks.unpacked({"model": "wagtailcore.locale", "pk": 10**9})


def test_forms_that_somebody_chose_are_refused_rather_than_lost(queue):
    with pytest.raises(TypeError):
        LocalizeBackend({}).enqueue(remember, [SomeComponents()], {})
