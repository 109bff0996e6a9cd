"""What a sheet may hold."""

import pytest

from certificates.designs.choices import MOST_LOGOS as LOGOS_OF_TEMPLATES
from certificates.designs.choices import MOST_SIGNATORIES as SIGNATORIES_OF_TEMPLATES
from certificates.designs.choices import Kind, Layout, Orientation
from certificates.printing.engine import LAYOUTS as FOLDER
from certificates.printing.sheets import LAYOUTS, MOST_LOGOS, MOST_SIGNATORIES, ORIENTATIONS
from certificates.printing.wording import standard_texts
from tests.certificates.printing.paper import sheet


def test_every_layout_has_its_file_and_every_file_is_a_layout():
    assert {path.stem for path in FOLDER.glob("*.typ")} == set(LAYOUTS)


def test_templates_and_the_press_know_the_same_layouts_pages_kinds_and_limits():
    assert set(Layout.values) == set(LAYOUTS)
    assert set(Orientation.values) == set(ORIENTATIONS)
    assert (LOGOS_OF_TEMPLATES, SIGNATORIES_OF_TEMPLATES) == (MOST_LOGOS, MOST_SIGNATORIES)
    assert all(standard_texts(kind, "en")["headline"] for kind in Kind.values)


@pytest.mark.parametrize(
    "wrong", [{"layout": "../woven"}, {"layout": "golden"}, {"orientation": "sideways"}, {"languages": ["pt", "en", "fr"]}]
)
def test_a_sheet_that_no_layout_can_print_is_refused(wrong):
    with pytest.raises(ValueError, match=r"no such layout|one or two languages"):
        sheet(**wrong)


def test_five_signatures_are_refused():
    with pytest.raises(ValueError, match="four signatories"):
        sheet(signatories=[{"name": "Ana", "title": "", "image": ""}] * 5)
