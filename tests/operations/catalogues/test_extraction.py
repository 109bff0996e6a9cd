"""Messages are found in Python and in templates."""

import pytest

from operations.catalogues.extraction import Message, messages_of, source_files


@pytest.fixture
def found(tmp_path):
    """Return a function that writes one file and returns the messages found in it."""

    def run(content, name="views.py"):
        path = tmp_path / "room" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(content, encoding="utf-8")
        return messages_of(source_files(tmp_path))

    return run


def in_template(found, content):
    return found(content, "templates/page.html")


@pytest.mark.parametrize("call", ["_", "gettext", "gettext_lazy", "gettext_noop"])
def test_a_plain_message_is_found(found, call):
    assert found(f"name = {call}('Courses')") == [Message("Courses")]


def test_a_message_of_several_strings_is_one(found):
    assert found("name = _('Three' ' words ' 'here')") == [Message("Three words here")]


def test_a_plural_message_is_found_with_both_forms(found):
    assert found("n = ngettext('%(count)d course', '%(count)d courses', n)") == [Message("%(count)d course", plural="%(count)d courses")]


def test_a_context_keeps_two_messages_of_one_text_apart(found):
    assert found("a = pgettext('verb', 'Open')\nb = _('Open')") == [Message("Open"), Message("Open", context="verb")]


def test_a_message_that_stands_twice_counts_once_and_the_plural_one_counts(found):
    assert found("a = _('One')\nb = ngettext('One', 'Many', 2)\nc = _('One')") == [Message("One", plural="Many")]


def test_a_variable_and_an_empty_text_are_no_messages(found):
    assert found("a = _(name)\nb = _('')") == []


def test_letters_beyond_ascii_are_kept(found):
    assert found("a = _('Módulo « un » 中文')") == [Message("Módulo « un » 中文")]


def test_messages_in_a_templates_tags_are_found(found):
    content = "{% load i18n %}\n  <p>it's {% translate 'Courses' %}</p>\n{% trans \"Modules\" %}"
    assert in_template(found, content) == [Message("Courses"), Message("Modules")]


def test_a_block_is_found_trimmed_and_with_its_placeholders(found):
    content = "{% blocktranslate trimmed with n=x %}\n   Written by\n   {{ n }}\n{% endblocktranslate %}"
    assert in_template(found, content) == [Message("Written by %(n)s")]


def test_a_block_with_a_plural_is_found(found):
    content = "{% blocktranslate count n=x %}{{ n }} word{% plural %}{{ n }} words{% endblocktranslate %}"
    assert in_template(found, content) == [Message("%(n)s word", plural="%(n)s words")]


def test_a_context_in_a_template_is_found(found):
    assert in_template(found, "{% translate 'Open' context 'verb' %}") == [Message("Open", context="verb")]


def test_messages_as_arguments_and_before_filters_are_found(found):
    content = '{{ _("Yes")|title }} {% include "a.html" with label=_("No") %} {{ x|default:_("None") }}'
    assert in_template(found, content) == [Message("No"), Message("None"), Message("Yes")]


def test_text_that_looks_like_broken_python_does_no_harm(found):
    content = "<p>it's (\"</p>\n      {[\n <b>{% translate 'Fine' %}</b>\n\t\tdef x(:"
    assert in_template(found, content) == [Message("Fine")]


def test_a_per_cent_sign_is_doubled_as_django_looks_it_up(found):
    assert in_template(found, "{% blocktranslate %}100 % done{% endblocktranslate %}") == [Message("100 %% done")]


@pytest.mark.parametrize("name", ["migrations/0001_initial.py", "notes.md", "page.html", "static/js/a.py"])
def test_what_shows_nothing_to_readers_is_left_out(found, name):
    assert found("a = _('Hidden')", name) == []
