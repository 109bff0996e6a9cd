"""Plain values: what a worker of another release can still read. No models, no request."""

from typing import Any


def plain(value: Any) -> Any:
    """Return the value as JSON keeps it (tuples as lists). Raises TypeError for anything else, naming its type."""
    if value is None or isinstance(value, bool | int | float | str):
        # A translated text, a choice or a UUID would be pickled as a class of ours; only the plain types themselves travel.
        if type(value) not in (type(None), bool, int, float, str):
            raise TypeError(f"Not a plain value: {type(value).__name__}")
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        if not all(type(key) is str for key in value):
            raise TypeError("Not a plain value: a key that is not a string")
        return {key: plain(item) for key, item in value.items()}
    raise TypeError(f"Not a plain value: {type(value).__name__}")
