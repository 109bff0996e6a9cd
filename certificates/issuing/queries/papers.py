"""What a paper can be printed in, and how a name looks on it before it is made."""

from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from certificates.credentials.models import Award, Credential
from certificates.credentials.numbers import LENGTH
from certificates.credentials.snapshot import Snapshot
from certificates.designs.choices import Kind
from certificates.designs.models import Template
from certificates.designs.queries import template_for
from certificates.issuing.choices import Refusal
from certificates.issuing.refusals import Obstacle, Refused
from certificates.papers.drawing import sheet_for
from certificates.papers.queries import snapshot_of
from certificates.printing.sheets import Sheet
from certificates.proofs.compact import address
from courses.enrolment.queries import active_enrolments

SAMPLE_NUMBER = "0" * LENGTH


def paper_languages(credential: Credential) -> list[str]:
    """Return what a paper can be printed in: the languages of the course and of the design, in the order of the house."""
    words = credential.words
    held = set(words.course) | set(words.languages)
    if credential.template:
        held |= set(credential.template.languages) | set(credential.template.texts)
    return [code for code, _language in settings.WAGTAIL_CONTENT_LANGUAGES if code in held]


def preview_sheet(award: Award, name: str) -> Sheet:
    """Return the paper as it will be with this name, with a number that is none. Raises Refused where no design fits, or without a name."""
    template = template_for(award.edition.course_key, award.kind)
    if template is None:
        raise Refused(Refusal.NO_TEMPLATE)
    award.name = name
    try:
        words = snapshot_of(award, template)
    except Obstacle:
        raise Refused(Refusal.NO_NAME) from None
    return _sample(template, words)


def sample_sheet(person: User, name: str) -> Sheet:
    """Return the paper of the course that this person takes, as it would be with this name. Raises Refused where no design fits."""
    for row in active_enrolments(person):
        template = template_for(row.edition.course_key, Kind.COMPLETION)
        if template and row.since:
            award = Award(person=person, edition=row.edition, enrolment=row, kind=Kind.COMPLETION, name=name, made_at=row.since)
            return preview_sheet(award, name)
    raise Refused(Refusal.NO_TEMPLATE)


def _sample(template: Template, words: Snapshot) -> Sheet:
    """Return the paper without the strokes of those who sign, and with a word across it that it is none."""
    unsigned = replace(words, signatories=[one | {"image": ""} for one in words.signatories])
    with override(words.languages[0]):
        across = _("Sample")
    return replace(sheet_for(template, unsigned, number=SAMPLE_NUMBER, qr=address(settings.SITE_URL, SAMPLE_NUMBER)), sample=across)
