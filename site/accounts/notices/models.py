"""Versions of the notices, and who accepted them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .choices import Kind


class Notice(models.Model):
    """One version of the terms or of the privacy notice, binding from `raised_at`; its text is a page of the site."""

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    version = models.CharField(_("version"), max_length=32)
    change = models.CharField(_("what changed, in a sentence"), max_length=300, blank=True)
    raised_at = models.DateTimeField(_("in force since"))

    class Meta:
        app_label = "accounts"
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["kind", "-raised_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "version"], name="one_notice_per_version"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="notices_have_a_known_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.version}"


class Acceptance(models.Model):
    """A person accepted one version of one notice, at a time."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="acceptances")
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="acceptances")
    accepted_at = models.DateTimeField(_("accepted"))

    class Meta:
        app_label = "accounts"
        verbose_name = _("acceptance")
        verbose_name_plural = _("acceptances")
        constraints = [models.UniqueConstraint(fields=["person", "notice"], name="a_notice_is_accepted_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.notice}"
