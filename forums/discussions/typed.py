"""What a person typed, on its way to becoming a post."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import User
from forums.discussions.choices import State
from forums.guests.models import Guest


@dataclass(frozen=True, kw_only=True)
class Typed:
    """A text and who wrote it. `state`: published, or what it waits for. `token`: of the form; the same form twice is one post.

    `language`: the one that the writer chose (`is_sure_of_language`), or the one supposed until the text is looked at; may be empty.
    """

    writer: User | Guest
    text: str
    language: str
    is_sure_of_language: bool
    state: State
    token: UUID


def keepable(text: str) -> str:
    """Return the text without the one sign that PostgreSQL does not keep (NUL): whatever way it came, it is kept."""
    return text.replace("\0", "")
