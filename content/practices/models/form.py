"""The editor of a practice: facts are changed where they are kept, and stand only once."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import InlinePanel

from content.pages.models.form import PageForm
from content.practices.choices import FACT_FIELDS, FACT_LINKS

ONCE = ("country_roles", "theme_links", "target_links", "instrument_links", "acronyms")  # their formsets refuse what stands twice


class PracticeForm(PageForm):
    """Takes facts only in the language that keeps them; elsewhere they are shown, not asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.keeper is None:
            return
        for name in FACT_LINKS:
            self.formsets.pop(name, None)
        for name in FACT_FIELDS:
            if name in self.fields:
                self.fields[name].disabled = True

    @cached_property
    def keeper(self) -> tuple[int, str] | None:
        """Id and language of another page that keeps this one's facts, or None where this one does."""
        row = self.instance.keeper_row() if self.instance.pk else None
        return row if row and row[0] != self.instance.pk else None

    def save(self, commit: bool = True) -> Any:
        """Save; rows of facts that were changed become new ones, so that two that change places do not meet in the database."""
        instance = super().save(commit=False)
        for name in ONCE:
            formset = self.formsets.get(name)
            if formset is not None and formset.has_changed():
                rows = list(getattr(instance, name).all())
                for row in rows:
                    row.pk = None
                setattr(instance, name, rows)
        if commit:
            instance.save()
            self.save_m2m()
        return instance


class FactsPanel(InlinePanel):
    """Facts of one kind; not shown where another language keeps them."""

    class BoundPanel(InlinePanel.BoundPanel):
        """The panel on one page's editor."""

        def __init__(self, **kwargs: Any) -> None:
            form = kwargs.get("form")
            self.is_locked = form is not None and kwargs["panel"].relation_name not in form.formsets
            super().__init__(**{**kwargs, "form": None} if self.is_locked else kwargs)

        def is_shown(self) -> bool:
            """Say whether the form asks for these facts."""
            return not self.is_locked and super().is_shown()
