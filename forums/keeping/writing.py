"""An export written piece by piece: one JSON document, or one page of HTML that reads without anything else."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.template.loader import render_to_string


def as_json(head: dict[str, Any], topics: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the pieces of one JSON object: the head's fields, then `topics`."""
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "topics": ['
    for number, topic in enumerate(topics):
        yield ("," if number else "") + "\n" + json.dumps(topic, ensure_ascii=False)
    yield "\n]}\n"


def as_html(head: dict[str, Any], topics: Iterable[dict[str, Any]], language: str) -> Iterator[str]:
    """Yield the pieces of one HTML page without scripts or strangers; posts are the HTML that was made safe when they were written."""
    yield render_to_string("forums/export_head.html", {"head": head, "language": language})
    for topic in topics:
        yield render_to_string("forums/export_topic.html", {"topic": topic})
    yield "</main></body></html>\n"
