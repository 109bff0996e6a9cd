"""The screens of a holder."""

from certificates.holding.views.asking import correct, languages
from certificates.holding.views.mine import certificate, certificates
from certificates.holding.views.naming import name, name_preview
from certificates.holding.views.papers import paper, shared_paper
from certificates.holding.views.sharing import share_link, shared_certificate

__all__ = [
    "certificate",
    "certificates",
    "correct",
    "languages",
    "name",
    "name_preview",
    "paper",
    "share_link",
    "shared_certificate",
    "shared_paper",
]
