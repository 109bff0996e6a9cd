"""Answers of a filled form that are facts: countries with their roles, contacts, links, sums, years, targets and themes."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from content.mentions.addresses import find_mails, find_sites
from content.mentions.amounts import find_amounts
from content.mentions.numbers import find_years
from content.mentions.queries import countries_in
from content.mentions.spans import fold
from content.practices.choices import Modality, Role, Sector
from content.questionnaire.filled_labels import SOUTH
from content.reading.pieces import Piece
from content.sorting.choices import Meaning
from content.sorting.landing import Landing
from content.taxonomy.models import Instrument, SdgTarget
from content.taxonomy.queries import theme_names

ROLES = (
    (r"offer\w*|oferec\w*|ofrec\w*|offr\w*|ofert\w*|provider\w*", Role.OFFERING),
    (r"request\w*|solicit\w*|demand\w*|requer\w*|benefici\w*", Role.REQUESTING),
    (r"facilit\w*", Role.FACILITATING),
    (r"taking part|particip\w*", Role.TAKING_PART),
)
ROLE = re.compile("|".join(f"(?P<r{number}>{pattern})" for number, (pattern, _role) in enumerate(ROLES)))
JOINING = re.compile(r"(?:\b(?:and|e|y|et|the|a|o|os|as|el|la|los|las|le|les|countr(?:y|ies)|paise?s?|pays)\b|[\W_])+")
PRINTED = re.compile(
    r"\b(?:e-?mails?|correos?(?: electr[oó]nicos?)?|courriels?|web ?sites?|sites?|s[íi]tios?(?: web)?|web)\s*[:.]?(?=\s|$)", re.IGNORECASE
)
EDGES = " \t,;:|/·•–—-()"
CLAUSE = re.compile(r"[.;,]\s|\n")
LONGEST = 250
MODALITIES = (
    (r"triangular\w*|triangulaire", Modality.TRIANGULAR),
    (r"inter-?regiona\w+", Modality.INTERREGIONAL),
    (r"regiona\w+", Modality.REGIONAL),
    (SOUTH, Modality.SOUTH_SOUTH),
)


def read_countries(landing: Landing, pieces: Sequence[Piece]) -> None:
    """Hang each country on the page with its role; words between them are joining words or left over."""
    for piece in pieces:
        role, end = Role.TAKING_PART, 0
        for country in countries_in(piece.text, is_list=True):
            gap = piece.text[end : country.start]
            role = _role_before(gap) or role
            _place_gap(landing, piece, gap)
            landing.understand(piece, Meaning.COUNTRY, country.text)
            end = country.end
            landing.add_row("countries", {"country": country.value, "role": str(_role_after(piece.text[end:]) or role)})
        _place_gap(landing, piece, piece.text[end:])


def _role_before(gap: str) -> Role | None:
    """Return the role that a heading in the list gives to all after it: "Offering: …"."""
    found = [match for match in ROLE.finditer(fold(gap)) if fold(gap)[match.end() :].lstrip().startswith(":")]
    return _role(found[-1]) if found else None


def _role_after(rest: str) -> Role | None:
    """Return the role in brackets behind a country: "Brazil (offering)"."""
    found = re.match(rf"\s*\(\s*({ROLE.pattern})[^()]*\)", fold(rest))
    return _role(found) if found else None


def _role(found: re.Match[str]) -> Role:
    return next(role for number, (_pattern, role) in enumerate(ROLES) if found[f"r{number}"])


def _place_gap(landing: Landing, piece: Piece, gap: str) -> None:
    """Leave over what is neither a joining word nor a role."""
    bare = JOINING.sub(" ", ROLE.sub(" ", fold(gap))).strip()
    if bare:
        landing.leave(piece, gap.strip(EDGES))
    elif gap.strip():
        landing.understand(piece, Meaning.JOINING, gap.strip())


def read_contacts(landing: Landing, pieces: Sequence[Piece]) -> None:
    """Hang each mail address on the page, and each site beside the mail address of its own domain, else by itself."""
    name = ""
    for piece in pieces:
        mails, sites = find_mails(piece.text), find_sites(piece.text)
        name = _without(piece.text, [*mails, *sites])[:LONGEST] or name
        waiting = [site.value for site in sites]
        for mail in mails:
            own = next((site for site in waiting if _domain(site) == mail.value.partition("@")[2].casefold()), "")
            waiting = [site for site in waiting if site != own]
            landing.add_row("contacts", {"name": name, "email": mail.value, "address": own})
        for site in waiting:
            landing.add_row("contacts", {"name": name, "email": "", "address": site})
        if not mails and not sites:
            landing.add_row("contacts", {"name": name, "email": "", "address": ""})
        landing.understand(piece, Meaning.CONTACT)
    rows = landing.rows.get("contacts", [])
    reached = {row["name"] for row in rows if row["email"] or row["address"]}
    landing.rows["contacts"] = [row for row in rows if row["email"] or row["address"] or row["name"] not in reached]


def read_materials(landing: Landing, pieces: Sequence[Piece]) -> None:
    """Hang each link on the page, named by the words beside it; words without a link are left over."""
    for piece in pieces:
        sites = find_sites(piece.text)
        linked = [run.href for run in piece.runs if run.href.startswith(("http://", "https://"))]
        title = _without(piece.text, sites)[:LONGEST]
        for site in sites:
            landing.add_row("materials", {"title": title or site.text, "address": site.value})
        for address in linked if not sites else []:
            landing.add_row("materials", {"title": title, "address": address})
        if sites or linked:
            landing.understand(piece, Meaning.LINK)
        else:
            landing.leave(piece)


def read_amounts(landing: Landing, pieces: Sequence[Piece]) -> None:
    """Hang the sums that the answer on money names on the page; its words stay where they are."""
    for piece in pieces:
        for found in find_amounts(piece.text):
            row = {"amount": f"{found.value.amount:.2f}", "currency": found.value.currency, "source": _source(piece.text, found.start)}
            landing.add_row("amounts", row)


def _source(text: str, start: int) -> str:
    """Return the words before a sum in brackets: "Ministry of Labour (USD 5,000)"."""
    before = text[:start].rstrip()
    return CLAUSE.split(before[:-1])[-1].strip(EDGES)[:LONGEST] if before.endswith("(") else ""


def read_period(landing: Landing, pieces: Sequence[Piece]) -> None:
    """Take the first and the last year that are named as those of the practice."""
    for piece in pieces:
        years = [year.value for year in find_years(piece.text)]
        if years and "starts_year" not in landing.facts:
            landing.facts |= {"starts_year": min(years), "ends_year": max(years) if len(years) > 1 else None}
            landing.understand(piece, Meaning.YEARS)
        else:
            landing.leave(piece)


def read_tags(landing: Landing, key: str, pieces: Sequence[Piece]) -> None:
    """Take targets and conventions by their codes, themes by their names, modality and sector by theirs; leave over what is none."""
    for piece in pieces:
        if _tag(landing, key, piece):
            landing.understand(piece, Meaning.TAG)
        else:
            landing.leave(piece)


def _tag(landing: Landing, key: str, piece: Piece) -> bool:
    folded = fold(piece.text)
    if key == "modality":
        found = next((str(value) for pattern, value in MODALITIES if re.search(pattern, folded)), "")
    elif key == "sector":
        found = next((value for value in Sector.values if re.search(rf"\b{value}\b", folded)), "")
    else:
        codes = _codes(key, piece.text, folded)
        for code in codes:
            landing.add_row(key, {"code": code})
        return bool(codes)
    if found:
        landing.facts.setdefault(key, found)
    return bool(found)


def _codes(key: str, text: str, folded: str) -> list[str]:
    """Return the codes of what the site knows; others are none."""
    if key == "targets":
        named = re.findall(r"(?<![\d.])\d{1,2}\.[\da-d]{1,2}(?![\d.]\d)", text)
        return list(SdgTarget.objects.filter(code__in=named).values_list("code", flat=True))
    if key == "instruments":
        named = [f"{kind.upper()}{int(number):03d}" for kind, number in re.findall(r"\b([cpr])\.?\s?(\d{2,3})\b", folded)]
        return list(Instrument.objects.filter(code__in=named).values_list("code", flat=True))
    names = [(slug, fold(name)) for language in ("en", "pt", "es", "fr") for slug, name in theme_names(language).items()]
    return list(dict.fromkeys(slug for slug, name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)))


def _without(text: str, mentions: Sequence[object]) -> str:
    """Return the words beside the addresses, and beside words such as "E-mail:"."""
    for mention in sorted(mentions, key=lambda found: -found.start):  # type: ignore[attr-defined]
        text = f"{text[: mention.start]} | {text[mention.end :]}"  # type: ignore[attr-defined]
    return " ".join(re.sub(r"\s*\|\s*", " ", PRINTED.sub(" ", text)).split()).strip(EDGES)


def _domain(address: str) -> str:
    return urlsplit(address).netloc.casefold().removeprefix("www.")
