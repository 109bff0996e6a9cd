"""A post quoted in a reply."""

MOST_LINES = 12


def quoted(text: str, name: str) -> str:
    """Return the text as a Markdown quote that says whose it is, without what it quotes itself; shortened to some lines."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(">")]
    lines = "\n".join(lines).strip().splitlines()
    kept = [*lines[:MOST_LINES], "…"] if len(lines) > MOST_LINES else lines
    return "\n".join([f"> **{name}**", ">", *(f"> {line}".rstrip() for line in kept)]) + "\n\n"
