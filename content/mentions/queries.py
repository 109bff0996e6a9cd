"""Countries in a text, by the names that the editors keep in the taxonomy."""

from functools import lru_cache

from content.mentions.countries import Gazetteer, gazetteer
from content.mentions.spans import Mention
from content.taxonomy.queries import country_names

NAMES_IN = ("en", "pt", "pt-br", "es", "fr")


def countries_in(text: str, *, is_list: bool = False) -> list[Mention[str]]:
    """Return the countries that a text names, in any language of the site, as ISO codes; `is_list`: the text is a list of countries.

    Queries: those of `country_names` for five languages, none while the cache holds them.
    """
    names = tuple((name, code) for language in NAMES_IN for code, name in country_names(language).items())
    return _gazetteer(names).find(text, is_list=is_list)


@lru_cache(maxsize=2)
def _gazetteer(names: tuple[tuple[str, str], ...]) -> Gazetteer:
    return gazetteer(names)
