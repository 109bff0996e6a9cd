"""What staff type in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.questions.queries import folder_counts


class SearchForm(forms.Form):
    """Finding questions of the bank."""

    q = forms.CharField(label=_("Words in the question or its name"), max_length=100, required=False)
    folder = forms.ChoiceField(label=_("Folder"), required=False)

    def __init__(self, *args: Any, folders: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["folder"].choices = [("", _("All folders")), *((name, f"{name} ({count})") for name, count in folders.items())]  # type: ignore[attr-defined] # a choice field


class DrawForm(forms.Form):
    """Drawing some questions of a folder."""

    folder = forms.ChoiceField(label=_("Folder"))
    draw = forms.IntegerField(label=_("How many, at random"), min_value=1, initial=1)

    def __init__(self, *args: Any, folders: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folders = folders
        self.fields["folder"].choices = [(name, f"{name} ({count})") for name, count in folders.items()]  # type: ignore[attr-defined] # a choice field

    def clean(self) -> dict[str, Any]:
        """Refuse to draw more than the folder holds."""
        data = super().clean() or {}
        held = self.folders.get(data.get("folder", ""), 0)
        if data.get("draw") and held and data["draw"] > held:
            self.add_error("draw", _("The folder holds %(count)s questions.") % {"count": held})
        return data


class RegradeForm(forms.Form):
    """Why answers are graded once more."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("It is kept in the log of each edition.")
    )


def folders() -> dict[str, int]:
    """Return the folders of the bank and how many questions each holds."""
    return {name: count for name, count in folder_counts().items() if name}
