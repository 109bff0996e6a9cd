"""The sample of a template: drawn for who prepares templates, with signatures for who may use them."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from certificates.designs.actions import save_signatory
from certificates.designs.looks import looks_of
from certificates.designs.pictures import signature_png
from certificates.designs.samples import NAME, sample_sheet
from certificates.printing.sheets import Picture
from tests.certificates.designs.conftest import scan
from tests.factories.certificates import AWARDED

NAMES = ["São Tomé e Príncipe Conceição d'Ávila", "Nguyễn Thị Ánh", "محمد بن عبد الله", "李小龙", "Pelé", "N" * 120]


def where(template, kind="png"):
    return f"/admin/certificates/templates/sample/{template.pk}.{kind}"


@pytest.fixture
def signed(template, director, signer):
    """The template with a signature that has a picture."""
    save_signatory(signatory=director, png=signature_png(scan()), by=signer, now=AWARDED)
    template.signatory_rows.create(signatory=director, place=1)
    return template


def test_a_sample_is_a_picture_of_the_page(client, preparer, template):
    client.force_login(preparer)
    answer = client.get(where(template))
    assert answer["Content-Type"] == "image/png"
    assert "no-store" in answer["Cache-Control"]
    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.width > picture.height
        assert abs(picture.width - 1200) <= 1


def test_a_sample_is_a_paper_of_one_page(client, preparer, template):
    client.force_login(preparer)
    answer = client.get(where(template, "pdf"), {"name": "Nguyễn Thị Ánh"})
    with pikepdf.open(BytesIO(answer.content)) as paper:
        assert len(paper.pages) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_tried(client, preparer, template, name):
    client.force_login(preparer)
    assert client.get(where(template), {"name": name}).status_code == 200


@pytest.mark.parametrize("query", [{"language": ["pt", "en", "es", "fr"]}, {"language": "xx"}, {"name": ""}, {"name": "x" * 5000}])
def test_odd_wishes_still_draw_a_page(client, preparer, template, query):
    client.force_login(preparer)
    assert client.get(where(template), query).status_code == 200


@pytest.mark.parametrize("role", ["learner", "facilitator", "reviewer", "translator", "partner"])
def test_others_see_no_sample(client, cast, template, role):
    client.force_login(cast[role])
    assert client.get(where(template)).status_code in (302, 403)


def test_a_sample_is_only_read_and_only_of_known_kinds(client, preparer, template):
    client.force_login(preparer)
    assert client.post(where(template)).status_code == 405
    assert client.get(where(template, "svg")).status_code == 404
    assert client.get("/admin/certificates/templates/sample/999999.png").status_code == 404


def test_the_page_of_the_sample_keeps_what_was_typed(client, preparer, template):
    client.force_login(preparer)
    page = client.get(f"/admin/certificates/templates/inspect/{template.pk}/", {"name": '"><b>Ánh', "language": ["fr"]}).content.decode()
    assert "<b>Ánh" not in page
    assert "name=%22%3E%3Cb%3E%C3%81nh" in page
    assert 'value="fr" checked' in page
    assert 'value="pt" checked' not in page


def test_a_signature_is_shown_to_who_may_use_it_alone(signed):
    assert sample_sheet(signed, shows_signatures=True).signatories[0].image.startswith(b"\x89PNG")
    assert sample_sheet(signed).signatories[0].image == b""
    assert sample_sheet(signed).signatories[0].name == "Ana Director"


def test_who_prepares_without_the_right_is_served_no_signature(client, preparer, signer, signed):
    client.force_login(preparer)
    without = client.get(where(signed)).content
    client.force_login(signer)
    assert client.get(where(signed)).content != without


def test_the_number_of_a_sample_is_nobodys(template):
    sheet = sample_sheet(template)
    assert sheet.number == "00000-00000-00000-00000-000000"
    assert sheet.name == NAME
    assert sheet.qr.endswith("/verify/")


def test_a_sample_names_the_course_in_each_language(template, course):
    template.course_key = course.translation_key
    assert {words.course for words in sample_sheet(template, languages=["pt", "en"]).words} == {"Inspection"}


def test_a_template_of_all_courses_says_so_in_place_of_a_title(template):
    assert sample_sheet(template, languages=["en"]).words[0].course == "Title of the course"


def test_logos_are_small_pictures_with_their_words(template, logo):
    template.logo_rows.create(picture=logo, place=1)
    (drawn,) = looks_of(template).logos
    assert isinstance(drawn, Picture)
    assert drawn.alt == "A loom"
    with Image.open(BytesIO(drawn.data)) as picture:
        assert picture.format == "PNG"
        assert picture.width <= 480


def test_a_logo_whose_file_is_gone_is_left_out(template, logo):
    logo.file.storage.delete(logo.file.name)
    template.logo_rows.create(picture=logo, place=1)
    assert looks_of(template).logos == ()


def test_without_a_template_there_are_no_logos(signed, director):
    looks = looks_of(None, [director.image.sha256, "gone", ""])
    assert looks.logos == ()
    assert set(looks.images) == {director.image.sha256}


def test_a_new_signature_leaves_the_old_one_for_old_papers(signed, director, signer):
    old = director.image.sha256
    save_signatory(signatory=director, png=signature_png(scan(size=(500, 200))), by=signer, now=AWARDED)
    assert director.image.sha256 != old
    assert set(looks_of(None, [old]).images) == {old}
