"""Languages of the interface's catalogues, and how each counts. English is the source and has none."""

WHOLE = ("es", "fr", "pt")
PARTIAL = {"pt_BR": "pt"}  # holds only what differs from the other, and is whole when that is
LANGUAGES = (*WHOLE, *PARTIAL)

_ZERO_IS_ONE = "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;"
PLURALS = {  # the rules of Unicode's CLDR: "1 curso", "1.000.000 de cursos", "2 cursos"
    "es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "fr": _ZERO_IS_ONE,
    "pt": _ZERO_IS_ONE,
    "pt_BR": _ZERO_IS_ONE,
}
PLURAL_FORMS = 3
