"""The translation board, and what is begun from it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import hooks
from wagtail.models import Page

from content.audience.gate import for_one_person, turn_away
from content.audience.rules import is_member
from content.translations.actions import begin, begin_whole, confirm
from content.translations.choices import states_to_show
from content.translations.forms import BoardForm, WholeForm
from content.translations.queries import LANGUAGES, lacking, original_page, whole
from content.translations.rows import Asked, Line, Listed, Source
from content.translations.rules import can_see_board, can_translate
from limits.actions import hit

PER_PAGE = 25
BOARD_HITS = {"name": "translations-begin", "limit": 300, "seconds": 3600}
WHOLE_HITS = {"name": "translations-whole", "limit": 20, "seconds": 3600}


class _Stretch:
    """A long list of which one stretch is fetched: what a `Paginator` counts and cuts. The last page is found by counting first."""

    def __init__(self, source: Source, user: Any, asked: Asked) -> None:
        self.source, self.user, self.asked = source, user, asked
        self.held: Listed | None = None
        self.cut: tuple[int, int] = (0, 0)

    def fetch(self, start: int, stop: int) -> Listed:
        """Return a stretch, asked for once."""
        if self.held is None or self.cut != (start, stop):
            self.held, self.cut = self.source.listed(self.user, self.asked, start, stop), (start, stop)
        return self.held

    def count(self) -> int:
        """Return how many lines there are."""
        return (self.held or self.fetch(0, PER_PAGE)).total

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, cut: slice) -> list[Line]:
        return self.fetch(cut.start, cut.start + PER_PAGE).lines


def sources_for(user: Any) -> list[Source]:
    """Return what this person sees on the board, of all rooms."""
    found = [tell() for tell in hooks.get_hooks("translation_rows")]
    return sorted((source for source in found if source.can_see(user)), key=lambda source: source.order)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show what stands how in which language. For those who work on pages, or on what another room puts here."""
    if not is_member(request.user):
        return turn_away(request)
    sources = sources_for(request.user)
    if not sources:
        raise PermissionDenied(_("Only those who write and translate see this."))
    form = BoardForm(request.GET, sources=sources)
    source = next((one for one in sources if one.key == form.asked("what")), sources[0])
    asked = Asked(form.asked("language"), states_to_show(form.asked("state")), form.asked("q").replace("\0", ""))
    page = Paginator(_Stretch(source, request.user, asked), PER_PAGE).get_page(request.GET.get("page"))
    languages = [asked.language] if asked.language else LANGUAGES
    context = {
        "form": BoardForm(_said(form, source), sources=sources),
        "page": page,
        "languages": languages,
        "lines": [(line, [(code, line.cells.get(code)) for code in languages]) for line in page.object_list],
        "query": _query(request),
        "here": request.get_full_path(),
    }
    return for_one_person(TemplateResponse(request, "translations/board.html", context))


def _said(form: BoardForm, source: Source) -> dict[str, str]:
    """Return what the filter shows: only what it knows."""
    state = form.asked("state")
    return {"what": source.key, "language": form.asked("language"), "state": state or "todo", "q": form.asked("q")}


def _query(request: HttpRequest) -> str:
    query = QueryDict(mutable=True)
    query.update({name: request.GET[name] for name in ("what", "language", "state", "q") if request.GET.get(name)})
    return query.urlencode()


@require_POST
def translation_begin(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Begin a translation, or bring its passages up to the original, and open it in the editor."""
    page = _original(request, key, language)
    _slow_down(request, BOARD_HITS)
    return redirect("wagtailadmin_pages:edit", begin(page=page, language=language, by=request.user).pk)


@require_POST
def translation_confirm(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Take down that a translation is still right though the original has been published since."""
    page = _original(request, key, language)
    translation = page.get_translations().filter(locale__language_code=language, alias_of=None).first()
    if translation is None:
        raise Http404
    try:
        confirm(page=translation, by=request.user, now=timezone.now())
        messages.success(request, _("Noted: this translation is still right."))
    except ValueError as error:
        messages.warning(request, str(error))
    return redirect("translations")


@require_http_methods(["GET", "HEAD", "POST"])
def translations_whole(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give a course, or whatever lies below a page, to translation: page by page, in the background."""
    page = _original(request, key)
    if not can_translate(request.user, page):
        raise PermissionDenied(_("You may not translate this page."))
    keys = list(whole(page).values_list("translation_key", flat=True))
    form = WholeForm(request.POST if request.method == "POST" else None, original=page.locale.language_code, lacking=lacking(keys))
    if request.method == "POST" and form.is_valid():
        _slow_down(request, WHOLE_HITS)
        try:
            number = begin_whole(page=page, languages=form.cleaned_data["languages"], by=request.user)
        except ValueError as error:
            form.add_error(None, str(error))
        else:
            said = ngettext("%(n)s page is being made ready.", "%(n)s pages are being made ready, one after the other.", number)
            messages.success(request, said % {"n": number})
            return redirect("translations")
    return for_one_person(TemplateResponse(request, "translations/whole.html", {"form": form, "shown": page, "number": len(keys)}))


def _original(request: HttpRequest, key: UUID, language: str = LANGUAGES[0]) -> Page:
    """Return the original with this key to those who see the board. Raises PermissionDenied and Http404."""
    if not can_see_board(request.user):
        raise PermissionDenied(_("Only those who write and translate see this."))
    page = original_page(key)
    if page is None or language not in LANGUAGES:
        raise Http404
    return page


def _slow_down(request: HttpRequest, bounds: dict[str, Any]) -> None:
    """Count what one person begins. Raises PermissionDenied when it is more than any person does."""
    if not hit(key=f"account {request.user.pk}", now=timezone.now(), **bounds).allowed:
        raise PermissionDenied(_("That was a lot at once. Try again in an hour."))
