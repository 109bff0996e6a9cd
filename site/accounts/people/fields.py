"""Form fields shared by the forms of people."""

from typing import Any, cast

from django import forms
from django.core.validators import MaxLengthValidator

from .names import clean_line

LONGEST_ADDRESS = 254


class LineField(forms.CharField):
    """One line of text without anything that cannot be seen."""

    def to_python(self, value: Any) -> str:
        """Return the cleaned line."""
        return clean_line(super().to_python(value) or "")


def offer(field: forms.Field, choices: Any) -> None:
    """Give a field of choices what may be chosen."""
    cast("forms.ChoiceField", field).choices = choices


class Plain:
    """Gives every input of a form the look of the house, and addresses the length that a row can hold. Stands first among the bases."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            attributes = field.widget.attrs
            attributes.pop("placeholder", None)
            if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
                attributes["class"] = "input"
            if isinstance(field, forms.EmailField):
                field.validators.append(MaxLengthValidator(LONGEST_ADDRESS))
                attributes["maxlength"] = str(LONGEST_ADDRESS)
