"""Tables for other programs: formulas made harmless. Pure."""

import re

BOM = "\ufeff"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what makes a program take a text for a formula
NO_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # not allowed in XML
Value = str | int | float | None


def harmless(value: Value) -> Value:
    """Return a value that no program runs: a text that looks like a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = NO_SIGNS.sub("", value)
    return f"'{text}" if text.startswith(RUNS) or text.lstrip().startswith(RUNS) else text
