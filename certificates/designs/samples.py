"""A paper as it would be, for a name that somebody typed: nothing of it is kept, and its number is nobody's."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from certificates.designs.looks import looks_of
from certificates.designs.models import Template
from certificates.designs.queries import signers
from certificates.issuers.queries import as_printed
from certificates.printing.sheets import Sheet
from certificates.printing.wording import sheet_of
from courses.editions.queries import course_named

NAME = "Conceição d’Ávila Nguyễn"
NUMBER = "00000-00000-00000-00000-000000"
LONGEST_NAME = 150


def sample_sheet(template: Template, *, name: str = "", languages: Sequence[str] = (), shows_signatures: bool = False) -> Sheet:
    """Return a page of this template with a sample's words; signatures are shown to those alone who may use them."""
    said = _said(template, name[:LONGEST_NAME].strip() or NAME, [*languages][:2] or template.languages)
    looks = looks_of(template, [one["image"] for one in said["signatories"]] if shows_signatures else [])
    return sheet_of(
        said,
        layout=template.layout,
        orientation=template.orientation,
        texts=template.texts,
        number=NUMBER,
        qr=f"{settings.SITE_URL}/verify/",
        address=f"{urlsplit(settings.SITE_URL).netloc}/verify",
        logos=looks.logos,
        images=looks.images,
        shows_percent=template.shows_percent,
    )


def _said(template: Template, name: str, languages: list[str]) -> dict[str, Any]:
    """Return the words of the sample, in the form of a snapshot."""
    return {
        "name": name,
        "kind": template.kind,
        "course": {code: _course(template, code) for code in languages},
        "edition": "2027",
        "course_key": str(template.course_key or template.uid),
        "edition_uid": "",
        "hours": "27",
        "starts_on": "2027-01-25",
        "ends_on": "2027-03-31",
        "awarded_on": "2027-04-02",
        "percent": 92,
        "languages": languages,
        "issuer": as_printed(template.issuer),
        "country": "",
        "valid_until": "2029-04-02" if template.valid_months else "",
        "signatories": signers(template),
    }


def _course(template: Template, language: str) -> str:
    """Return the course's title in a language, or words in its place."""
    title = course_named(template.course_key, language).title if template.course_key else ""
    with override(language):
        return title or _("Title of the course")
