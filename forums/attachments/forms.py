"""Files picked beside a text: up to three, each with what a picture shows."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from forums.attachments.preparing import DOCUMENTS, MOST_FILES, Prepared, Refused, prepared
from forums.discussions.models import Post


class FilesForm(forms.Form):
    """`file_1` to `file_3` with `alt_1` to `alt_3`, as many as there is room for; `gone`: those of an edited post to be removed.

    After validation `files_ready` holds what is ready to be kept.
    """

    def __init__(self, *args: Any, post: Post | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.files_ready: list[Prepared] = []
        held = [(str(item.uid), item.name) for item in post.attachments.all()] if post else []
        room = MOST_FILES - len(held)
        if held:
            self.fields["gone"] = forms.MultipleChoiceField(
                label=_("Remove"), choices=held, required=False, widget=forms.CheckboxSelectMultiple
            )
        accept = "image/*," + ",".join(f".{extension}" for extension in DOCUMENTS)
        for number in range(1, room + 1):
            picker = forms.FileField(label=_("Picture or document"), required=False, allow_empty_file=True)
            picker.widget.attrs["accept"] = accept
            self.fields[f"file_{number}"] = picker
            self.fields[f"alt_{number}"] = forms.CharField(label=_("What the picture shows"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """Make each file ready, and say beside its field what is wrong with it."""
        held = super().clean() or {}
        for name in [name for name in self.fields if name.startswith("file_") and held.get(name)]:
            file, alt = held[name], held.get(name.replace("file", "alt"), "").strip()
            try:
                self.files_ready.append(prepared(file, name=file.name, size=file.size, alt=alt))
            except Refused as refusal:
                at = name.replace("file", "alt") if not alt and file.content_type and file.content_type.startswith("image/") else name
                self.add_error(at, str(refusal))
        return held

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return each picker with the field for what its picture shows."""
        names = [name for name in self.fields if name.startswith("file_")]
        return [(self[name], self[name.replace("file", "alt")]) for name in names]

    @property
    def is_open(self) -> bool:
        """Whether the part of the page is shown unfolded: there is something in it to mend."""
        return bool(self.errors)


def files_form(request: HttpRequest, post: Post | None = None) -> FilesForm:
    """Return the form of what this request brings; `post`: the one that is edited."""
    is_sent = request.method == "POST"
    return FilesForm(request.POST if is_sent else None, request.FILES if is_sent else None, post=post)
