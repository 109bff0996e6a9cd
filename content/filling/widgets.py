"""Inputs of the form that work without script: lists of rows with empty ones below, countries in folds by region."""

from typing import Any

from django import forms

from content.practices.choices import Role
from content.questionnaire.form import COLUMNS, MOST_ROWS
from content.taxonomy.queries import country_names, group_names, members, region_names, regions_above

EMPTY_ROWS = {"blocks": 1, "countries": 0}
A_FEW = 2
KINDS = {"email": "email", "url": "url", "number": "text", "line": "text"}


class RowsWidget(forms.Widget):
    """Rows of a few inputs each; some are empty, and saving gives new ones. A row whose inputs are emptied goes."""

    template_name = "contributing/rows.html"
    use_fieldset = True

    def __init__(self, kind: str, language: str) -> None:
        super().__init__()
        self.kind, self.language = kind, language

    def id_for_label(self, id_: str) -> str:
        """No single input bears the label."""
        return ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """Return the rows that were sent."""
        found = []
        for number in range(MOST_ROWS[self.kind] + A_FEW):
            row = {column.name: data.get(f"{name}-{number}-{column.name}", "") for column in COLUMNS[self.kind]}
            found.append({**row, "id": data.get(f"{name}-{number}-id", "")})
        return found

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Lay out what is there and some empty rows."""
        rows = list(value or [])
        rows += [{} for _number in range(min(EMPTY_ROWS.get(self.kind, A_FEW), MOST_ROWS[self.kind] - len(rows)))]
        shown = [
            {
                "number": number + 1,
                "id_name": f"{name}-{number}-id",
                "id": row.get("id", ""),
                "inputs": [self._input(name, number, column, row) for column in COLUMNS[self.kind]],
            }
            for number, row in enumerate(rows)
        ]
        return {"widget": {"name": name, "rows": shown, "attrs": attrs or {}}, "language": self.language}

    def _input(self, name: str, number: int, column: Any, row: dict[str, str]) -> dict[str, Any]:
        here = f"{name}-{number}-{column.name}"
        plain = column.kind in ("line", "text")
        return {
            "name": here,
            "label": column.label,
            "value": row.get(column.name, ""),
            "longest": column.longest,
            "is_long": column.kind == "text",
            "is_plain": plain and column.longest > A_FEW + 1,
            "type": KINDS.get(column.kind, "text"),
        }


class CountriesWidget(forms.Widget):
    """Countries to tick in folds by region; those that are ticked stand above with what they did."""

    template_name = "contributing/countries.html"
    use_fieldset = True

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def id_for_label(self, id_: str) -> str:
        """No single input bears the label."""
        return ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """Return the countries that were ticked, or are of the group that was chosen, with their roles; unknown codes are left out."""
        known = country_names(self.language)
        codes = [*data.getlist(name), *members().get(data.get(f"{name}-group", ""), [])]
        roles = {code: data.get(f"{name}-role-{code}", "") for code in codes}
        return [
            {"country": code, "role": role if role in Role.values else Role.TAKING_PART.value}
            for code, role in roles.items()
            if code in known
        ]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Lay out the chosen, then all others by region."""
        names, regions, above = country_names(self.language), region_names(self.language), regions_above()
        chosen = {row["country"]: row["role"] for row in value or [] if row["country"] in names}
        folds: dict[str, list[tuple[str, str]]] = {}
        for code, country in names.items():
            if code not in chosen and above.get(code):
                folds.setdefault(above[code][0], []).append((code, country))
        widget = {
            "name": name,
            "attrs": attrs or {},
            "chosen": sorted(((names[code], code, role) for code, role in chosen.items())),
            "folds": [(title, folds[code]) for code, title in regions.items() if code in folds],
            "roles": Role.choices,
            "groups": group_names(self.language).items(),
        }
        return {"widget": widget}
