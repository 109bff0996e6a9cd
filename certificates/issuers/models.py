"""Who issues, the public halves of its keys, and the people whose signatures stand on its papers."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certificates.issuers.choices import Algorithm
from content.media.models import Picture


class Issuer(models.Model):
    """An organisation that awards certificates. `statuses`: how many places of its status lists are taken; never counted down."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    url = models.URLField(_("site"), max_length=300)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    logo = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo"))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="pt")
    is_default = models.BooleanField(_("issues where nothing else is said"), default=False)
    statuses = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")
        ordering = ["-is_default", "name"]
        permissions = [("manage_issuers", "Can change issuers and signatories")]
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="one_issuer_is_the_default"),
            models.CheckConstraint(condition=~Q(name=""), name="an_issuer_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class SigningKeyQuerySet(models.QuerySet["SigningKey"]):
    """Keys, picked."""

    def in_use(self) -> "SigningKeyQuerySet":
        """Those that new certificates are signed with."""
        return self.filter(retired_at=None)


class SigningKey(models.Model):
    """The public half of a key, published for ever; the private half is known to the operator's file alone, by `kid`."""

    issuer = models.ForeignKey(Issuer, models.PROTECT, related_name="keys")
    kid = models.CharField(max_length=24, unique=True)
    algorithm = models.CharField(max_length=8, choices=Algorithm.choices)
    public_jwk = models.JSONField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = SigningKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("signing key")
        verbose_name_plural = _("signing keys")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "algorithm"], condition=Q(retired_at=None), name="an_issuer_signs_with_one_key_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(algorithm__in=Algorithm.values), name="a_key_has_a_known_algorithm"),
            models.CheckConstraint(condition=Q(retired_at=None) | Q(retired_at__gte=F("made_at")), name="a_key_retires_after_it_was_made"),
            models.CheckConstraint(condition=~Q(kid=""), name="a_key_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.kid


class SignatureImage(models.Model):
    """The picture of a signature, drawn anew, known by its hash and never changed: papers printed again look as they did.

    It lies in the database, since what lies among the pictures can be fetched by anybody. `data`: PNG.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    data = models.BinaryField()

    class Meta:
        verbose_name = _("signature image")
        constraints = [models.CheckConstraint(condition=~Q(sha256=""), name="a_signature_image_is_known_by_its_hash")]

    def __str__(self) -> str:
        return self.sha256[:12]


class Signatory(models.Model):
    """Somebody whose name, title and perhaps signature stand at the foot of certificates."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    issuer = models.ForeignKey(Issuer, models.PROTECT, related_name="signatories", verbose_name=_("issuer"))
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=160, blank=True, help_text=_("As it is to be printed: Director of the Academy."))
    image = models.ForeignKey(
        SignatureImage, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signature"), editable=False
    )

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["name"]
        permissions = [("use_signature", "Can put signatures on certificate templates")]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_signatory_has_a_name")]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}" if self.title else self.name

    def as_printed(self) -> dict[str, str]:
        """Return what a certificate keeps of the person who signs; `image`: the hash of the picture, or nothing."""
        return {"name": self.name, "title": self.title, "image": self.image.sha256 if self.image else ""}
