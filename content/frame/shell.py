"""The frame of every page: sections, languages, footer. One cached list per language; lazy, so nothing is asked where nothing is shown."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page

from content.audience.rules import visible_to
from content.generation.queries import remembered
from content.pages.addresses import address, content_code, home_of, root_of
from content.pages.choices import NoticeKind
from content.pages.models import ArticlePage
from content.pages.queries import renderings, source_languages
from content.pages.renderings import Step
from content.pages.speech import OWN_NAMES

FOOT = [NoticeKind.RULES, NoticeKind.TERMS, NoticeKind.PRIVACY, NoticeKind.ACCESSIBILITY, NoticeKind.CONTACT]


class Section(NamedTuple):
    """One entry of the main menu; `code` is the language of the title where it is not the reader's."""

    title: str
    url: str
    is_here: bool
    code: str


@dataclass(frozen=True)
class Language:
    """One entry of the language menu."""

    code: str
    name: str
    short: str
    url: str
    is_here: bool
    is_held: bool


class Shell:
    """What the frame shows for one request."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def _lists(self) -> dict[str, list[tuple[str, str, str]]]:
        """Return the lists that the frame shows in this language, the same for all who may read the same."""
        return remembered(self.request, f"shell:{self.language}", self._ask)

    def _ask(self) -> dict[str, list[tuple[str, str, str]]]:
        """Ask for the menu and the standing texts."""
        root = root_of(self.language, self.request)
        menu = visible_to(self.request.user, Page.objects.live().in_menu().filter(depth=3, url_path__startswith=root)) if root else []
        foot = list(ArticlePage.objects.live().filter(locale__language_code=content_code(self.language), notice__in=FOOT))
        foot.sort(key=lambda page: FOOT.index(page.notice))
        return {"sections": self._links(list(menu)), "footer": self._links(foot)}

    def _links(self, pages: list[Page]) -> list[tuple[str, str, str]]:
        """Return title, address and, for an alias, the language of the title."""
        codes = source_languages(pages)
        return [(page.title, address(page.url_path, self.request), codes.get(page.pk, "")) for page in pages]

    @cached_property
    def sections(self) -> list[Section]:
        """Return the main menu; the section that one is in is marked. Storeys above add entries by the hook `main_menu`."""
        path = self.request.path
        more = [(*entry(), "") for entry in hooks.get_hooks("main_menu")]
        return [Section(title, url, path.startswith(url), code) for title, url, code in [*self._lists["sections"], *more]]

    @property
    def footer(self) -> list[Step]:
        """Return the standing texts, in their fixed order. Storeys above add links by the hook `foot_menu`."""
        more = [Step(title, url, "") for title, url in (link() for link in hooks.get_hooks("foot_menu"))]
        return [Step(*link) for link in self._lists["footer"]] + more

    @cached_property
    def languages(self) -> list[Language]:
        """Return each language with the same page in it: of a page its rendering, else the same address under its prefix."""
        page = getattr(self.request, "page_shown", None)
        if page is not None:
            found = [(held.code, held.url, held.is_here, held.is_held) for held in renderings(page, self.request)]
        else:
            found = [(code, self._elsewhere(code), code == self.language, True) for code, _name in settings.LANGUAGES]
        return [Language(code, OWN_NAMES[code], code.upper(), url, is_here, is_held) for code, url, is_here, is_held in found]

    def _elsewhere(self, code: str) -> str:
        """Return this address in another language, or the first page where the address is nobody's."""
        match = self.request.resolver_match
        if match is None or match.url_name == "wagtail_serve" or self.request.method not in ("GET", "HEAD"):
            return home_of(code)
        return translate_url(self.request.get_full_path(), code)

    @property
    def home_url(self) -> str:
        """Return the first page of this language."""
        return home_of(self.language)

    @property
    def search_url(self) -> str:
        """Return where pages are searched."""
        return _route("search")

    @property
    def account_url(self) -> str:
        """Return the reader's own account."""
        return _route("account")

    @property
    def sign_in_url(self) -> str:
        """Return the one door."""
        return _route("account_login")


def _route(name: str, **kwargs: Any) -> str:
    try:
        return reverse(name, **kwargs)
    except NoReverseMatch:
        return ""
