"""Papers as they come from the press."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
import typst
import zxingcpp
from PIL import Image

from certificates.printing import engine
from certificates.printing.engine import NoLetters, Press, fonts, press, render_pdf, render_png
from certificates.printing.sheets import LAYOUTS, ORIENTATIONS
from tests.certificates.printing.paper import AT, NAMES, NUMBER, QR, fonts_of, opened, sheet, written

PAGES = [(layout, orientation) for layout in LAYOUTS for orientation in ORIENTATIONS]
A4 = {"portrait": (595.28, 841.89), "landscape": (841.89, 595.28)}
LARGEST = 100_000


@pytest.mark.parametrize(("layout", "orientation"), PAGES)
@pytest.mark.parametrize("signers", [0, 1, 4])
def test_every_layout_is_one_small_page_with_tags_and_the_whole_name(layout, orientation, signers):
    printed = render_pdf(sheet(layout=layout, orientation=orientation, signers=signers, logos=signers % 3), at=AT)
    assert (printed.is_tagged, printed.problem) == (True, "")
    assert len(printed.data) <= LARGEST
    pdf = opened(printed.data)
    assert len(pdf.pages) == 1
    assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx(A4[orientation], abs=0.1)
    assert NAMES["diacritics"] in written(pdf).replace("\n", "")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_name_is_printed_whole(layout, name):
    for orientation in ORIENTATIONS:
        printed = render_pdf(sheet(layout=layout, orientation=orientation, name=name, signers=4), at=AT)
        pdf = opened(printed.data)
        letters = "".join(name.split())
        text = "".join(written(pdf).split())
        assert letters in text or letters[::-1] in text, text  # letters from right to left are drawn from the left
        assert str(pdf.docinfo["/Title"]).endswith(f": {name}")
        assert printed.is_tagged
        assert len(pdf.pages) == 1
        assert len(printed.data) <= LARGEST


def test_the_long_names_have_120_letters():
    assert [len(NAMES[key]) for key in NAMES if key.startswith("120")] == [120, 120]


def test_both_languages_stand_on_the_page():
    text = written(opened(render_pdf(sheet(), at=AT).data)).replace("\n", "")
    for words in (
        "Inspeção do trabalho contra o trabalho infantil",
        "Labour inspection against child labour",
        NUMBER,
        "academy.example/verify",
    ):
        assert words in text


def test_the_file_keeps_the_standards_and_says_so():
    pdf = opened(render_pdf(sheet(signers=2, logos=2), at=AT).data)
    meta = pdf.open_metadata()
    assert (meta["pdfuaid:part"], meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("1", "2", "A")
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "pt"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.OutputIntents


def test_every_font_is_embedded_as_a_subset():
    files = [opened(render_pdf(sheet(name=name), at=AT).data) for name in NAMES.values()]
    descriptors = [one for pdf in files for one in fonts_of(pdf)]
    assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
    assert all(str(one.FontName)[7] == "+" for one in descriptors)
    families = {str(one.FontName)[8:] for one in descriptors}
    assert families >= {"NotoSerif-Regular", "Amiri-Regular", "NotoSansDevanagari-Regular", "NotoSerifSC-Regular"}


def elements(pdf) -> list:
    found, rest = [], [pdf.Root.StructTreeRoot.K]
    while rest:
        one = rest.pop(0)
        if isinstance(one, pikepdf.Array):
            rest = [*one, *rest]
        elif isinstance(one, pikepdf.Dictionary):
            found += [one] if "/S" in one else []
            rest = [*([one.K] if "/K" in one else []), *rest]
    return found


def test_pictures_have_words_and_pieces_their_language():
    pdf = opened(render_pdf(sheet(signers=2, logos=2), at=AT).data)
    tags = elements(pdf)
    spoken = [str(one.Alt) for one in tags if str(one.S) == "/Figure"]
    assert len(spoken) == 5
    assert "Ministry of Labour" in spoken
    assert sum(str(one.S) == "/H1" for one in tags) == 1
    assert {"en"} <= {str(one.Lang) for one in tags if "/Lang" in one}


def test_the_proof_stands_in_the_keywords_and_behind_the_address():
    data = render_pdf(sheet(), at=AT).data
    pdf = opened(data)
    assert pdf.docinfo["/Keywords"] == QR
    assert QR.encode() in data
    assert [str(one.A.URI) for one in pdf.pages[0].Annots] == [QR]


@pytest.mark.parametrize(("layout", "orientation"), PAGES)
def test_the_code_can_be_read_from_a_picture_of_the_page(layout, orientation):
    picture = Image.open(BytesIO(render_png(sheet(layout=layout, orientation=orientation, signers=4), page_width_px=2000)))
    assert picture.width == pytest.approx(2000, abs=1)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [QR]


def test_the_same_words_at_the_same_moment_give_the_same_bytes():
    once = render_pdf(sheet(), at=AT).data
    east = AT.replace(microsecond=999_999).astimezone(timezone(timedelta(hours=9)))
    assert render_pdf(sheet(), at=east).data == once
    assert render_pdf(sheet(), at=datetime(2026, 12, 14, tzinfo=UTC)).data != once


def test_one_paper_leaves_nothing_on_the_next():
    first = render_pdf(sheet(name="Ana"), at=AT).data
    render_pdf(sheet(name="Rui", signers=4), at=AT)
    assert render_pdf(sheet(name="Ana"), at=AT).data == first


@pytest.fixture
def bare(monkeypatch):
    """A machine that has no fonts of its own, whatever stands on this one."""
    monkeypatch.setattr(engine, "press", lambda layout, with_system=False: Press(engine.LAYOUTS / f"{layout}.typ", fonts()))


@pytest.fixture
def rich(monkeypatch):
    """A machine whose own fonts write what ours cannot: Chinese lies on it, and not among ours."""
    ours = [str(file) for file in engine.FONTS.glob("*.ttf") if "SerifSC" not in file.name]

    def chosen(layout, with_system=False):
        return Press(engine.LAYOUTS / f"{layout}.typ", fonts() if with_system else poor)

    folder = tempfile.mkdtemp()
    for file in ours:
        shutil.copy(file, folder)
    poor = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    monkeypatch.setattr(engine, "press", chosen)
    yield
    shutil.rmtree(folder)


def test_a_name_that_no_font_can_write_gives_no_paper_and_tells_its_letters(bare):
    with pytest.raises(NoLetters) as no:
        render_pdf(sheet(name="김민수"), at=AT)
    assert [letter in str(no.value) for letter in "김민수"] == [True] * 3
    assert render_png(sheet(name="김민수")).startswith(b"\x89PNG")


def test_a_name_that_the_machine_can_write_gives_a_paper_and_tells_staff(rich):
    printed = render_pdf(sheet(name="李小龙"), at=AT)
    assert [letter in printed.problem for letter in "李小龙"] == [True] * 3
    assert printed.is_tagged
    assert "李小龙" in written(opened(printed.data)).replace("\n", "")
    whole = press("woven").draw(engine.as_json(sheet(name="李小龙")), format="png", ppi=800 / 11.693)
    assert render_png(sheet(name="李小龙")) == whole, "the preview is drawn with the same letters"


def test_on_any_machine_a_name_is_written_whole_or_refused():
    try:
        said = render_pdf(sheet(name="김민수"), at=AT).problem
    except NoLetters as no:
        said = str(no)
    assert [letter in said for letter in "김민수"] == [True] * 3


def test_names_cannot_give_orders_to_the_engine():
    name = '#panic("x") $x$ *b* \\ #image("/etc/passwd") <a> @b'
    assert name.replace(" ", "") in written(opened(render_pdf(sheet(name=name), at=AT).data)).replace("\n", "").replace(" ", "")


def test_a_broken_layout_is_an_error_and_not_a_paper(tmp_path, monkeypatch):
    (tmp_path / "plain.typ").write_text("#nothing-like-this")
    monkeypatch.setattr(engine, "press", lambda layout: Press(tmp_path / f"{layout}.typ", fonts()))
    with pytest.raises(typst.TypstError, match="unknown variable"):
        render_pdf(sheet(layout="plain"), at=AT)


def test_our_own_letters_come_from_our_own_files():
    assert set(fonts().families()) == {"Noto Serif", "Noto Sans", "Amiri", "Noto Sans Devanagari", "Noto Serif SC"}


def test_the_longest_words_still_leave_one_page():
    title = "Cooperação Sul-Sul e triangular contra o trabalho infantil nas cadeias de abastecimento: " * 3
    for layout, orientation in PAGES:
        words = {
            "name": NAMES["120 letters"],
            "course": {"pt": title, "en": title},
            "edition": "Edição de outono " * 4,
            "valid_until": "2030-01-01",
        }
        printed = render_pdf(sheet(layout=layout, orientation=orientation, signers=4, logos=2, **words), at=AT)
        assert len(opened(printed.data).pages) == 1, (layout, orientation)
