"""What a person wrote for herself."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from wagtail.models import Page

from accounts.models import User
from content.pages.addresses import address, content_code
from courses.catalogue.queries import unit_kinds
from courses.learning.models import Note


@dataclass(frozen=True)
class NoteRow:
    """A unit by its key, as the reader knows it, with what she noted. `code`: language of the title where it is not hers."""

    key: UUID
    title: str
    url: str
    code: str
    note: Note | None = None


def note_of(user: User, key: UUID) -> Note | None:
    """Return what this person noted on the unit with this key."""
    return Note.objects.filter(person=user.pk, unit_key=key).first()


def notes_of(user: User, *, language: str, request: HttpRequest | None = None) -> list[NoteRow]:
    """Return all that this person noted, the latest first. Two queries; a unit that is not published any more has no address."""
    notes = list(Note.objects.filter(person=user.pk).order_by("-saved_at", "-pk"))
    named = _named([note.unit_key for note in notes], language, request) if notes else {}
    return [_with(named.get(note.unit_key), note) for note in notes]


def unit_named(key: UUID, *, language: str, request: HttpRequest | None = None) -> NoteRow | None:
    """Return the published unit with this key; None where there is none. One query."""
    return _named([key], language, request).get(key)


def _with(row: NoteRow | None, note: Note) -> NoteRow:
    return NoteRow(note.unit_key, row.title, row.url, row.code, note) if row else NoteRow(note.unit_key, "", "", "", note)


def _named(keys: list[UUID], language: str, request: HttpRequest | None) -> dict[UUID, NoteRow]:
    """Return units by key: in the reader's language first, then in Portuguese, then in any."""
    own = content_code(language)
    models = {kind._meta.model_name or "" for kind in unit_kinds()}
    pages = Page.objects.live().filter(translation_key__in=keys, content_type__app_label="courses", content_type__model__in=models)
    codes = ("translation_key", "title", "url_path", "locale__language_code", "alias_of__locale__language_code")
    rows = sorted(pages.values_list(*codes), key=lambda row: [own, "pt", row[3]].index(row[3]))
    found: dict[UUID, NoteRow] = {}
    for key, title, url_path, tree, source in rows:
        code = source or tree
        found.setdefault(key, NoteRow(key, title, address(url_path, request, language=language), "" if code == own else code))
    return found
