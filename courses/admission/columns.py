"""What columns and languages are called in five languages."""

import unicodedata
from collections.abc import Sequence

NAMES = {
    "email": "email mail correio correioeletronico correioelectronico emailaddress address enderecodeemail endereco enderecoeletronico "
    "correo correoelectronico direcciondecorreo direcciondecorreoelectronico courriel adresse adresseelectronique adresseemail adressemail",
    "name": "name fullname firstname givenname nome nomecompleto nomeproprio nombre nombrecompleto nombreyapellidos nom nomcomplet "
    "nometprenom prenom participant participante",
    "surname": "surname lastname familyname apelido apelidos sobrenome apellido apellidos nomdefamille",
    "language": "language lingua idioma langue lang",
    "country": "country pais pays countrycode codigodopais codigodelpais codepays codepays",
    "institution": "institution organisation organization instituicao organizacao institucion organizacion etablissement entidade entidad "
    "ministerio ministry ministere",
}
KNOWN = {word: column for column, words in NAMES.items() for word in words.split()}
LANGUAGES = {
    "pt": "pt ptpt portugues portuguese portugais",
    "pt-br": "ptbr portuguesbrasil portuguesdobrasil brazilianportuguese portuguesebrazil portuguesbrasileno",
    "en": "en eng ingles english anglais",
    "es": "es esp espanhol spanish espanol espagnol castelhano castellano",
    "fr": "fr fra frances french francais",
}
CODES = {word: code for code, words in LANGUAGES.items() for word in words.split()}


def bare(words: str) -> str:
    """Return letters and digits only, without accents and case: as names of columns are compared."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Return where each known column stands, by the words of the first line; the first of two with the same meaning counts."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = KNOWN.get(bare(cell))
        if column and column not in found:
            found[column] = place
    return found


def language_code(words: str) -> str:
    """Return the code of the language that these words name, in any of the five; "" for none of them."""
    return CODES.get(bare(words), "")
