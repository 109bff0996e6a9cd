"""Atom 1.0 with what a forum of many languages needs: the whole text as HTML, and the language of each entry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed

_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no place for


@dataclass(frozen=True)
class Entry:
    """One post. `html` is clean; `link` begins with a scheme; `language` may be empty."""

    id: str
    title: str
    link: str
    author: str
    language: str
    html: str
    published_at: datetime
    updated_at: datetime


class _Atom(Atom1Feed):
    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xml:base": self.feed["link"]}

    def latest_post_date(self) -> datetime:
        """Return when the feed changed, also an empty one: otherwise its time would be that of each request."""
        return self.feed["changed_at"]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Return the language; empty says that it is not known, rather than the feed's."""
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["html"], {"type": "html"})


def drawn(*, title: str, link: str, address: str, id: str, language: str, changed_at: datetime, entries: Iterable[Entry]) -> bytes:
    """Return the feed as UTF-8. `link`: the page that it is of, `address`: its own, both with a scheme."""
    feed = _Atom(
        title=_sayable(title),
        link=link,
        description=None,
        language=language,
        feed_url=address,
        feed_guid=id,
        changed_at=changed_at,
    )
    for entry in entries:
        feed.add_item(
            title=_sayable(entry.title),
            link=entry.link,
            description=None,  # type: ignore[arg-type]
            author_name=_sayable(entry.author),
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
            unique_id=entry.id,
            language=entry.language,
            html=_sayable(entry.html),
        )
    return feed.writeString("utf-8").encode()


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)
