"""An award on its way, the credentials that came of it, their papers, and wishes for another name."""

from certificates.credentials.models.awards import Award, AwardQuerySet, ConfirmedName
from certificates.credentials.models.credentials import Credential, CredentialQuerySet
from certificates.credentials.models.papers import Correction, Paper

__all__ = ["Award", "AwardQuerySet", "ConfirmedName", "Correction", "Credential", "CredentialQuerySet", "Paper"]
