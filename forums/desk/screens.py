"""Settings of forums and message templates, as editors' screens for those who moderate every forum."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from accounts.models import User
from forums.boards.models import Forum
from forums.boards.rules import moderates_all
from forums.moderation.models import Phrase

LANGUAGES = [code for code, _name in settings.LANGUAGES]
DEFAULT = settings.LANGUAGE_CODE


class ModeratorsOnly(BasePermissionPolicy):
    """Whoever moderates every forum may do all of this; nothing of a forum is deleted here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Say whether this person may do this."""
        return moderates_all(user) and (action != "delete" or self.model is Phrase)

    def users_with_any_permission(self, actions: Any, include_superusers: bool = True) -> Any:
        """Return people who may; nobody is offered in a list."""
        return User.objects.none()


class InLanguagesForm(forms.ModelForm):
    """A form with one field per language for each JSON field of texts named in `texts`."""

    texts: tuple[tuple[str, Any, int], ...] = ()  # field, label, longest text

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("for_user", None)
        super().__init__(*args, **kwargs)
        for name, label, longest in self.texts:
            for code in LANGUAGES:
                widget = forms.TextInput(attrs={"lang": code}) if longest <= 200 else forms.Textarea(attrs={"rows": 2, "lang": code})
                field = forms.CharField(label=f"{label} ({code})", max_length=longest, required=False, widget=widget)
                field.initial = (getattr(self.instance, name) or {}).get(code, "")
                self.fields[f"{name}_{code}"] = field

    def clean(self) -> dict[str, Any]:
        """Put the texts of the languages together."""
        held = super().clean() or {}
        for name, _label, _longest in self.texts:
            found = {code: held.get(f"{name}_{code}", "").strip() for code in LANGUAGES}
            setattr(self.instance, name, {code: text for code, text in found.items() if text})
        return held


class ForumForm(InLanguagesForm):
    """A forum's settings. General forums have an address and titles; those of pages are called like their page."""

    texts = (("titles", _("Title"), 120), ("leads", _("What it is for"), 500))

    class Meta:
        model = Forum
        fields = ["slug", "rank", "checks_first_posts", "watched_words", "is_closed"]
        help_texts = {"watched_words": _("One word or phrase a line; a message that has one waits for a moderator.")}
        widgets = {"watched_words": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.key is not None:
            for name in [name for name in self.fields if name in ("slug", "rank") or name.startswith(("titles_", "leads_"))]:
                del self.fields[name]
        else:
            self.fields["slug"].required = self.fields[f"titles_{DEFAULT}"].required = True


class PhraseForm(InLanguagesForm):
    """A message template in the languages that it has."""

    texts = (("texts", _("Text"), 1000),)

    class Meta:
        model = Phrase
        fields = ["title", "verb", "rank"]


class ForumViewSet(ModelViewSet):
    """Forums in the editors' screens."""

    model = Forum
    icon = "comment"
    menu_label = _("Forums")
    name = "forums-settings"
    url_prefix = "forums/settings"
    menu_order = 310
    add_to_admin_menu = False
    list_display = ["__str__", "slug", "checks_first_posts", "is_closed", "topics_count", "posts_count"]
    ordering = ["-rank", "pk"]
    inspect_view_enabled = False
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form with the languages in it."""
        return ForumForm


class PhraseViewSet(ModelViewSet):
    """Message templates in the editors' screens."""

    model = Phrase
    icon = "openquote"
    menu_label = _("Message templates")
    name = "forums-phrases"
    url_prefix = "forums/phrases"
    menu_order = 311
    add_to_admin_menu = False
    list_display = ["__str__", "verb", "rank"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form with the languages in it."""
        return PhraseForm


register_permission_policy(Forum, ModeratorsOnly(Forum))
register_permission_policy(Phrase, ModeratorsOnly(Phrase))
