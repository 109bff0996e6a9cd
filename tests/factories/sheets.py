"""Forms as a browser without scripts reads them from a page and sends them."""

from html.parser import HTMLParser
from typing import Any

TYPED = {"text", "search", "email", "url", "number", "tel", "textarea", "date", "datetime-local"}
VOID = {"submit", "button", "image", "reset"}


class Sheet:
    """One form: where it goes, what stands in it, and which of its fields one types into."""

    def __init__(self, action: str, is_post: bool) -> None:
        self.action, self.is_post = action, is_post
        self.fields: dict[str, Any] = {}
        self.typed: list[str] = []
        self.kinds: dict[str, str] = {}
        self.files: list[str] = []

    def filled(self, text: str) -> dict[str, Any]:
        """Return what is sent when this text is typed into every field."""
        return self.fields | dict.fromkeys(self.typed, text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self.open: Sheet | None = None
        self.area = ""
        self.select = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Sheet(given.get("action", ""), given.get("method", "get").lower() == "post")
            self.sheets.append(self.open)
        if self.open is None or not (name := given.get("name", self.select)):
            return
        if tag == "textarea":
            self.area = name
            self.open.fields[name] = ""
            self.open.typed.append(name)
        elif tag == "select":
            self.select = name
        elif tag == "option" and ("selected" in given or name not in self.open.fields):
            self.open.fields[name] = given.get("value", "")
        elif tag == "input":
            self._input(name, given.get("type", "text"), given)

    def _input(self, name: str, kind: str, given: dict[str, str]) -> None:
        assert self.open is not None
        if kind == "file":
            self.open.files.append(name)
        elif kind in ("checkbox", "radio"):
            if "checked" in given or name not in self.open.fields:  # one of each is chosen
                self.open.fields[name] = given.get("value", "on")
        elif kind not in VOID:
            self.open.fields[name] = given.get("value", "")
            self.open.kinds[name] = kind
            if kind in TYPED:
                self.open.typed.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        self.area = "" if tag == "textarea" else self.area
        self.select = "" if tag == "select" else self.select

    def handle_data(self, data: str) -> None:
        if self.area and self.open is not None:
            self.open.fields[self.area] += data


def sheets_in(page: str) -> list[Sheet]:
    """Return the forms of a page that change something."""
    reader = _Reader()
    reader.feed(page)
    return [sheet for sheet in reader.sheets if sheet.is_post]
