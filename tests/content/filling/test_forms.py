"""Forms and inputs that work without script."""

import pytest
from django.http import QueryDict

from content.filling.forms import PartForm
from content.filling.widgets import CountriesWidget, RowsWidget
from content.questionnaire.form import ASKED, COLUMNS, MOST_ROWS, PART, PARTS
from content.taxonomy.queries import country_names

pytestmark = pytest.mark.django_db


def form(name, sent="", **initial):
    return PartForm(QueryDict(sent) if sent else None, part=PART[name], language="pt", here="en", initial=initial)


def test_every_part_has_a_field_for_each_question_with_its_language():
    for part in PARTS:
        shown = PartForm(part=part, language="pt", here="en")
        assert list(shown.fields) == list(part.keys)
    assert 'lang="pt"' in str(form("exchange")["objectives"])
    assert 'dir="auto"' in str(form("exchange")["objectives"])


def test_what_need_not_be_answered_says_so():
    labels = {key: str(field.label) for part in PARTS for key, field in form(part.name).fields.items()}
    for key, asked in ASKED.items():
        assert ("optional" in labels[key]) is (not asked.is_required and asked.kind != "tick"), key


def test_a_tick_is_true_or_false():
    assert form("consent", "is_safe=on&licence=CC-BY-4.0").answers() == {"is_safe": True, "may_publish": False, "licence": "CC-BY-4.0"}


def test_what_is_on_no_list_is_left_out():
    sent = "theme_links=child-labour&theme_links=nothing&target_links=8.7&instrument_links=C999"
    assert form("subject", sent).answers() == {"theme_links": ["child-labour"], "target_links": ["8.7"], "instrument_links": []}
    assert form("consent", "licence=mine").answers()["licence"] == ""


def test_fingerprints_are_read_of_this_part_alone():
    assert form("exchange", "seen-objectives=abc&seen-title=def&seen-cooperation=").seen() == {"objectives": "abc"}


@pytest.mark.parametrize("kind", [kind for kind in COLUMNS if kind != "countries"])
def test_rows_have_labelled_inputs_and_empty_ones_below(kind):
    row = {column.name: f"<{column.name}>" for column in COLUMNS[kind]}
    html = RowsWidget(kind, "pt").render("here", [row])
    assert html.count("<label for=") == html.count('class="input"')
    assert html.count("<label for=") >= 2 * len(row)
    for name in row:
        assert f"&lt;{name}&gt;" in html
        assert f'name="here-0-{name}"' in html
        assert f'name="here-1-{name}"' in html


def test_no_more_rows_are_offered_than_are_kept():
    rows = [{"title": "x", "what": "y", "needs": "", "lessons": ""}] * MOST_ROWS["blocks"]
    assert len(RowsWidget("blocks", "pt").get_context("here", rows, {})["widget"]["rows"]) == MOST_ROWS["blocks"]


def test_rows_come_back_as_they_were_sent_with_their_ids():
    sent = QueryDict("here-0-short=OIT&here-0-meaning=a&here-0-id=x1&here-3-short=IGT")
    rows = [row for row in RowsWidget("acronyms", "pt").value_from_datadict(sent, {}, "here") if row["short"]]
    assert rows == [{"short": "OIT", "meaning": "a", "id": "x1"}, {"short": "IGT", "meaning": "", "id": ""}]


def test_all_countries_can_be_ticked_in_folds_by_region():
    html = CountriesWidget("fr").render("here", [])
    assert html.count('type="checkbox"') == len(country_names("fr"))
    assert html.count("<details") > 15
    assert "Cabo Verde" in html


def test_chosen_countries_stand_above_with_their_roles():
    widget = CountriesWidget("en").get_context("here", [{"country": "MZ", "role": "requesting"}, {"country": "XX", "role": ""}], {})[
        "widget"
    ]
    assert widget["chosen"] == [("Mozambique", "MZ", "requesting")]
    assert "MZ" not in [code for _title, countries in widget["folds"] for code, _name in countries]


def test_a_country_named_twice_is_one_and_an_unknown_role_the_plainest():
    sent = QueryDict("here=MZ&here=MZ&here=XX&here-role-MZ=queen&here-group=nothing")
    assert CountriesWidget("en").value_from_datadict(sent, {}, "here") == [{"country": "MZ", "role": "taking-part"}]
