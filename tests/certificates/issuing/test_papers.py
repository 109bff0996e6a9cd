"""A paper is printed again, in other languages or with another template; and shown before it is made."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage

from certificates.credentials.choices import Stage, State
from certificates.credentials.models import Award, Credential, Paper
from certificates.issuers.actions import keep_image
from certificates.issuing.actions import award_completion, remake_paper
from certificates.issuing.choices import Refusal
from certificates.issuing.queries import paper_languages, preview_sheet, sample_sheet
from certificates.issuing.queries.papers import SAMPLE_NUMBER
from certificates.issuing.refusals import Refused
from certificates.papers.drawing import sheet_for
from certificates.papers.queries import snapshot_of
from certificates.printing.engine import render_pdf
from certificates.printing.sheets import LAYOUTS
from certificates.verification.queries import is_file_of, knows_all_files
from tests.certificates.printing.paper import opened, strokes
from tests.certificates.printing.paper import written as text_of
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, signed_by
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


@pytest.fixture
def credential(template, enrolment, made):
    return made(award_of(enrolment.person, enrolment.edition, made_at=NOW)).credential


def data_of(paper):
    with default_storage.open(paper.file) as file:
        return file.read()


def test_after_the_template_changed_it_says_what_was_said(credential, template, django_capture_on_commit_callbacks, files):
    before, said = data_of(credential.papers.get()), credential.snapshot
    template.layout, template.version = "official", 2
    template.save()
    credential = Credential.objects.get(pk=credential.pk)
    with django_capture_on_commit_callbacks(execute=True):
        paper = remake_paper(credential=credential, languages=["en", "pt"], now=LATER)
    credential.refresh_from_db()
    assert (credential.snapshot, paper.template_version, paper.made_at) == (said, 2, LATER)
    assert data_of(paper) != before
    assert (files(), Paper.objects.get()) == ([paper.file], paper)


def written(paper):
    return "".join(text_of(opened(data_of(paper))).split())


def test_after_the_texts_of_the_template_changed_it_says_the_sentence_that_it_said(template, enrolment, made):
    template.texts = {"pt": {"body": "A academia atesta que {name} aprendeu {course}"}}
    template.shows_percent = True
    template.save()
    credential = made(award_of(enrolment.person, enrolment.edition, made_at=NOW)).credential
    assert "Aacademiaatestaque" in written(credential.papers.get())
    template.texts = {
        code: {"headline": "DIPLOMA", "body": "{name} nada aprendeu de {course}", "small": "Nada"} for code in ("pt", "en", "fr")
    }
    template.shows_percent = False
    template.save()
    for languages in (["en", "pt"], ["en", "fr"]):
        text = written(remake_paper(credential=Credential.objects.get(), languages=languages, now=LATER))
        assert ("Aacademiaatestaque" in text) == ("pt" in languages)
        assert "certifiesthat" in text, "the house's own words, where the template had none"
        assert "DIPLOMA" not in text
        assert "nada" not in text.lower()
        assert "80%" in text


def test_the_file_that_she_has_is_known_after_it_was_printed_again(credential, template):
    first = data_of(credential.papers.get())
    template.layout = "official"
    template.save()
    second = data_of(remake_paper(credential=Credential.objects.get(), languages=["en", "pt"], now=LATER))
    row = Credential.objects.get()
    assert first != second
    assert [is_file_of(row, data) for data in (first, second, first + b" ")] == [True, True, False]
    assert (row.former_papers, knows_all_files(row)) == ([sha256(first).hexdigest()], True)


def test_what_was_issued_before_the_texts_were_taken_down_follows_the_template(credential, template):
    said = {name: value for name, value in credential.snapshot.items() if name != "texts"}
    Credential.objects.update(snapshot=said)
    template.texts = {"pt": {"headline": "DIPLOMA"}}
    template.save()
    assert "DIPLOMA" in written(remake_paper(credential=Credential.objects.get(), languages=["pt"], now=LATER))


def test_the_same_again_gives_the_same_bytes(credential):
    first = data_of(credential.papers.get())
    assert data_of(remake_paper(credential=credential, languages=["en", "pt"], now=LATER)) == first


def test_in_another_language_it_is_a_second_paper_with_the_same_proof(credential):
    paper = remake_paper(credential=credential, languages=["en"], now=LATER)
    assert (paper.languages, credential.papers.count()) == ("en", 2)
    codes = set()
    for one in credential.papers.all():
        with pikepdf.open(BytesIO(data_of(one))) as pdf:
            codes.add(str(pdf.docinfo["/Keywords"]))
    assert len(codes) == 1
    assert codes.pop().partition("://")[2].partition("/")[2].startswith(f"verify/{credential.number}/#1.{credential.kid}.")


@pytest.mark.parametrize("languages", [[], ["xx"], ["pt", "en", "es"], ["zh"]])
def test_what_is_not_offered_is_refused(credential, languages):
    with pytest.raises(Refused) as no:
        remake_paper(credential=credential, languages=languages, now=LATER)
    assert no.value.refusal == Refusal.NO_LANGUAGE


def test_offered_are_the_languages_of_the_course_and_of_the_design(credential, template):
    assert paper_languages(credential) == ["pt", "en"]
    template.texts = {"fr": {"headline": "Certificat"}}
    template.save()
    assert paper_languages(Credential.objects.get()) == ["pt", "en", "fr"]


@pytest.mark.parametrize("state", [State.REVOKED, State.SUPERSEDED])
def test_what_does_not_count_any_more_is_not_printed(credential, state):
    Credential.objects.update(state=state, state_at=NOW, reason_class="error")
    with pytest.raises(Refused) as no:
        remake_paper(credential=Credential.objects.get(), languages=["pt"], now=LATER)
    assert no.value.refusal == Refusal.NOT_CURRENT


def test_while_it_is_made_anew_the_file_is_let_go(credential, files):
    Award.objects.update(state=Stage.DUE)
    with pytest.raises(Refused):
        remake_paper(credential=credential, languages=["en"], now=LATER)
    assert files() == [credential.papers.get().file]


def test_the_preview_is_the_paper_with_the_name_that_is_typed(template, completion):
    row = award_completion(completion=completion, now=NOW)
    sheet = preview_sheet(row, "Inês Maria")
    assert (sheet.name, sheet.layout, [words.language for words in sheet.words]) == ("Inês Maria", "woven", ["en", "pt"])
    assert set(sheet.number) == {"0", "-"}
    row.refresh_from_db()
    assert row.name == "Inês Mutombo"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_preview_bears_a_signature_and_each_says_that_it_is_none(template, completion, layout):
    signatory = signed_by(template, "Ana Director")[0]
    signatory.image = keep_image(png=strokes())
    signatory.save()
    template.layout = layout
    template.save()
    row = award_completion(completion=completion, now=NOW)
    for sheet in (preview_sheet(row, "Mallory Forger"), sample_sheet(row.person, "Mallory Forger")):
        assert [(one.name, one.image) for one in sheet.signatories] == [("Ana Director", b"")]
        assert sheet.sample == "Sample"
        assert "SAMPLE" in text_of(opened(render_pdf(sheet, at=NOW).data))
    issued = snapshot_of(row, template)
    assert issued.signatories[0]["image"]
    assert sheet_for(template, issued, number=SAMPLE_NUMBER, qr="x").sample == ""


def test_without_a_name_or_a_template_there_is_no_preview(template, completion):
    row = award_completion(completion=completion, now=NOW)
    with pytest.raises(Refused) as no:
        preview_sheet(row, "")
    assert no.value.refusal == Refusal.NO_NAME
    template.delete()
    with pytest.raises(Refused) as no:
        preview_sheet(row, "Inês")
    assert no.value.refusal == Refusal.NO_TEMPLATE


def test_before_any_award_the_paper_of_the_course_that_she_takes_is_shown(template, enrolment):
    sheet = sample_sheet(enrolment.person, "李小龙")
    assert sheet.name == "李小龙"
    assert not Award.objects.exists()


def test_one_who_takes_no_course_sees_none(template):
    with pytest.raises(Refused):
        sample_sheet(PersonFactory(), "Ana")
