"""The editors' screens of certificates: who comes in, what is kept, what is refused in words."""

import json
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from certificates.designs.actions import save_signatory
from certificates.designs.models import SignatureUse, Template
from certificates.designs.pictures import signature_png
from certificates.issuers.models import Issuer, Signatory, SigningKey
from tests.certificates.designs.conftest import may, scan
from tests.factories.certificates import AWARDED

PLACES = {
    "templates": "/admin/certificates/templates/",
    "signatories": "/admin/certificates/signatories/",
    "issuers": "/admin/certificates/issuers/",
    "keys": "/admin/certificates/keys/",
    "uses": "/admin/certificates/signatures/",
}
ROLES = ["learner", "facilitator", "moderator", "translator", "editor", "reviewer", "partner", "admin"]


@pytest.fixture(autouse=True)
def plain_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def typed(issuer, **fields):
    """Return a template as it is typed."""
    given = {"name": "Mine", "issuer": issuer.pk, "kind": "completion", "layout": "plain", "orientation": "portrait", "language": "pt"}
    return {**given, "is_in_use": "on", **fields}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_each_screen_opens_to_those_whose_it_is(client, cast, issuer, role, place):
    client.force_login(cast[role])
    answer = client.get(PLACES[place])
    is_let_in = role == "admin" or (role == "editor" and place == "templates")
    assert (answer.status_code == 200) is is_let_in


def test_strangers_are_led_to_the_sign_in(client, issuer):
    assert client.get(PLACES["templates"]).status_code == 302


@pytest.mark.parametrize(("role", "links"), [("admin", set(PLACES)), ("editor", {"templates"}), ("reviewer", set())])
def test_the_menu_shows_what_one_may_do(client, cast, issuer, role, links):
    client.force_login(cast[role])
    page = client.get("/admin/").content.decode()
    assert {name for name, where in PLACES.items() if where in page} == links


def test_an_editor_prepares_a_template_in_four_languages(client, preparer, issuer, course):
    client.force_login(preparer)
    words = {
        "headline_pt": "Certificado",
        "body_pt": "{issuer} certifica que {name} concluiu {course}[, {hours} horas]",
        "small_fr": "Petit",
    }
    answer = client.post(PLACES["templates"] + "new/", typed(issuer, course_key=str(course.translation_key), **words))
    assert answer.status_code == 302
    made = Template.objects.get()
    assert made.course_key == course.translation_key
    assert made.texts == {"pt": {"headline": "Certificado", "body": words["body_pt"]}, "fr": {"small": "Petit"}}
    assert made.languages == ["pt"]
    assert made.version == 1


def test_each_change_is_a_new_version(client, preparer, template):
    client.force_login(preparer)
    client.post(f"{PLACES['templates']}edit/{template.pk}/", typed(template.issuer, name="Other"))
    template.refresh_from_db()
    assert (template.name, template.version) == ("Other", 2)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"body_en": "To {name} for {course} by {boss}"}, "There is no field {boss}"),
        ({"body_en": "Well done"}, "names the person and the course"),
        ({"second_language": "pt"}, "Choose another second language"),
        ({"valid_months": "0"}, "a month or more"),
        ({"layout": "gaudy"}, "not one of the available choices"),
        ({"course_key": "6f2b6f0e-6f3a-4f6e-9f39-0f1a7d1c5a11"}, "not one of the available choices"),
    ],
)
def test_what_no_paper_could_say_is_refused_beside_its_field(client, preparer, issuer, fields, said):
    client.force_login(preparer)
    answer = client.post(PLACES["templates"] + "new/", typed(issuer, **fields))
    assert answer.status_code == 200
    assert said in answer.content.decode().replace("&#x27;", "'")
    assert not Template.objects.exists()


def test_a_second_template_in_use_for_the_same_courses_is_refused_in_words(client, preparer, template):
    client.force_login(preparer)
    answer = client.post(PLACES["templates"] + "new/", typed(template.issuer))
    assert "Take it out of use first" in answer.content.decode()
    assert client.post(PLACES["templates"] + "new/", typed(template.issuer, is_in_use="")).status_code == 302


def test_an_editor_without_the_right_puts_no_signature_on(client, preparer, issuer, director):
    client.force_login(preparer)
    client.post(PLACES["templates"] + "new/", typed(issuer, signatory_1=director.pk))
    assert not Template.objects.get().signatory_rows.exists()
    assert not SignatureUse.objects.exists()


def test_words_under_a_signature_are_not_changed_by_who_may_not_use_it(client, preparer, template, director):
    template.signatory_rows.create(signatory=director, place=1)
    client.force_login(preparer)
    where = f"{PLACES['templates']}edit/{template.pk}/"
    assert client.get(where).status_code in (302, 403)
    assert client.post(where, typed(template.issuer, name="Other")).status_code in (302, 403)
    template.refresh_from_db()
    assert template.name == "All courses"


def test_who_may_use_signatures_puts_them_on_and_each_use_is_logged(client, signer, issuer, director):
    second = Signatory.objects.create(issuer=issuer, name="Rui Second")
    client.force_login(signer)
    client.post(PLACES["templates"] + "new/", typed(issuer, signatory_2=director.pk, signatory_4=second.pk))
    made = Template.objects.get()
    assert [row.signatory.name for row in made.signatory_rows.all()] == ["Ana Director", "Rui Second"]
    client.post(f"{PLACES['templates']}edit/{made.pk}/", typed(issuer, signatory_1=second.pk))
    found = list(SignatureUse.objects.order_by("pk").values_list("signatory_name", "use", "by__email"))
    assert found == [
        ("Ana Director", "put_on", "signer@example.org"),
        ("Rui Second", "put_on", "signer@example.org"),
        ("Ana Director", "taken_off", "signer@example.org"),
        ("Rui Second", "kept", "signer@example.org"),
    ]
    page = client.get(PLACES["uses"]).content.decode()
    assert page.count("Ana Director") >= 2
    assert "taken off the template" in page


def test_a_signatory_signs_once_and_for_the_own_issuer(client, signer, issuer, other_issuer, director):
    stranger = Signatory.objects.create(issuer=other_issuer, name="Of Another House")
    client.force_login(signer)
    answer = client.post(PLACES["templates"] + "new/", typed(issuer, signatory_1=director.pk, signatory_2=director.pk)).content.decode()
    assert "signs once" in answer
    assert "signs for another issuer" in client.post(PLACES["templates"] + "new/", typed(issuer, signatory_1=stranger.pk)).content.decode()


def test_logos_stand_in_their_places(client, preparer, issuer, logo):
    client.force_login(preparer)
    client.post(PLACES["templates"] + "new/", typed(issuer, logo_2=logo.pk))
    assert [(row.place, row.picture) for row in Template.objects.get().logo_rows.all()] == [(1, logo)]


def test_a_signature_is_drawn_anew_and_lies_in_the_database(client, signer, issuer):
    client.force_login(signer)
    upload = SimpleUploadedFile("mine.jpg", scan("JPEG"), "image/jpeg")
    client.post(PLACES["signatories"] + "new/", {"issuer": issuer.pk, "name": "Ana", "title": "Director", "picture": upload})
    image = Signatory.objects.get().image
    with Image.open(BytesIO(bytes(image.data))) as drawn:
        assert drawn.format == "PNG"
        assert drawn.width <= 600
    assert SignatureUse.objects.get().use == "changed"


def test_a_signature_can_be_taken_away_and_else_stays(client, signer, issuer):
    client.force_login(signer)
    fields = {"issuer": issuer.pk, "name": "Ana", "title": ""}
    client.post(PLACES["signatories"] + "new/", {**fields, "picture": SimpleUploadedFile("a.png", scan(), "image/png")})
    where = f"{PLACES['signatories']}edit/{Signatory.objects.get().pk}/"
    client.post(where, {**fields, "title": "Chair"})
    assert Signatory.objects.get().image is not None
    client.post(where, {**fields, "is_taken_away": "on"})
    assert Signatory.objects.get().image is None


def test_what_is_no_signature_is_refused_in_words(client, signer, issuer):
    client.force_login(signer)
    upload = SimpleUploadedFile("a.png", b"<svg onload=alert(1)>", "image/png")
    answer = client.post(PLACES["signatories"] + "new/", {"issuer": issuer.pk, "name": "Ana", "picture": upload})
    assert "not a whole PNG, JPEG or WebP picture" in answer.content.decode()


def test_who_manages_issuers_without_using_signatures_sends_no_picture(client, partner, issuer):
    person = may(partner, "manage_issuers")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(person)
    upload = SimpleUploadedFile("a.png", scan(), "image/png")
    client.post(PLACES["signatories"] + "new/", {"issuer": issuer.pk, "name": "Ana", "picture": upload})
    assert Signatory.objects.get().image is None


def test_who_manages_issuers_without_using_signatures_does_not_open_one_with_a_picture(client, partner, signer, director):
    save_signatory(signatory=director, png=signature_png(scan()), by=signer, now=AWARDED)
    person = may(partner, "manage_issuers")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(person)
    where = f"{PLACES['signatories']}edit/{director.pk}/"
    assert {client.get(where).status_code, client.post(where, {"issuer": director.issuer_id, "name": "Mallory"}).status_code} <= {302, 403}
    assert Signatory.objects.get().name == "Ana Director"


def test_a_new_issuer_has_keys_and_may_become_the_default(client, admin, issuer):
    client.force_login(admin)
    fields = {"name": "Parceiro", "url": "https://parceiro.example", "language": "pt", "email": ""}
    assert client.post(PLACES["issuers"] + "new/", {**fields, "makes_default": "on"}).status_code == 302
    made = Issuer.objects.get(name="Parceiro")
    assert made.is_default
    assert Issuer.objects.filter(is_default=True).count() == 1
    assert made.keys.in_use().count() == 2


def test_a_key_file_that_cannot_be_written_is_said_and_the_issuer_kept(client, admin, issuer, settings):
    settings.CERTIFICATE_KEYS_FILE.parent.mkdir()
    settings.CERTIFICATE_KEYS_FILE.write_text("broken")
    client.force_login(admin)
    fields = {"name": "Parceiro", "url": "https://parceiro.example", "language": "pt", "email": ""}
    answer = client.post(PLACES["issuers"] + "new/", fields, follow=True)
    assert "rotate_keys" in answer.content.decode()
    assert not Issuer.objects.get(name="Parceiro").keys.exists()


def test_keys_and_uses_are_only_read(client, admin, issuer):
    client.force_login(admin)
    key = SigningKey.objects.first()
    before = json.dumps(list(SigningKey.objects.values("kid", "public_jwk")))
    for where in (f"{PLACES['keys']}new/", f"{PLACES['keys']}edit/{key.pk}/", f"{PLACES['keys']}delete/{key.pk}/", f"{PLACES['uses']}new/"):
        assert client.post(where, {"kid": "x"}).status_code in (302, 403, 404), where
    assert json.dumps(list(SigningKey.objects.values("kid", "public_jwk"))) == before


@pytest.mark.parametrize("place", ["templates", "signatories", "issuers"])
def test_what_stands_on_papers_is_never_deleted(client, admin, template, director, place):
    client.force_login(admin)
    row = {"templates": template, "signatories": director, "issuers": template.issuer}[place]
    client.post(f"{PLACES[place]}delete/{row.pk}/")
    assert type(row).objects.filter(pk=row.pk).exists()
