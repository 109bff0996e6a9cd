"""The door through which Django finds the models of the rooms."""

from certificates.bundling.models import Bundle
from certificates.credentials.models import Award, ConfirmedName, Correction, Credential, Paper
from certificates.designs.models import SignatureUse, Template, TemplateLogo, TemplateSignatory
from certificates.issuers.models import Issuer, Signatory, SignatureImage, SigningKey

__all__ = [
    "Award",
    "Bundle",
    "ConfirmedName",
    "Correction",
    "Credential",
    "Issuer",
    "Paper",
    "Signatory",
    "SignatureImage",
    "SignatureUse",
    "SigningKey",
    "Template",
    "TemplateLogo",
    "TemplateSignatory",
]
