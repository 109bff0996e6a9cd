"""The codes that may stand in a column, with their names in a language."""

from collections.abc import Mapping, Sequence
from typing import Any

from content.citing.composing import names_of
from content.citing.record import Term
from content.pages.choices import Rendering
from content.practices.choices import Licence, Modality, Role, Sector
from content.taxonomy.models import Instrument, SdgTarget
from content.taxonomy.queries import country_names, region_names, theme_names


def legend(language: str) -> dict[str, Sequence[Term]]:
    """Return the codes of each column that has some."""
    return {
        "countries": _terms(country_names(language)),
        "country_roles": _choices(Role),
        "regions": _terms(region_names(language)),
        "themes": _terms(theme_names(language)),
        "sdg_targets": _terms(names_of(SdgTarget, language)),
        "instruments": _terms(names_of(Instrument, language)),
        "modality": _choices(Modality),
        "sector": _choices(Sector),
        "licence": _choices(Licence),
        "status": _choices(Rendering),
    }


def _terms(names: Mapping[str, str]) -> list[Term]:
    return [Term(code, name) for code, name in names.items()]


def _choices(choices: Any) -> list[Term]:
    return [Term(value, str(label)) for value, label in choices.choices]
