"""What machines read about badges, and the badges themselves."""

from certificates.badges.views.files import badge_file
from certificates.badges.views.public import achievement, did, issuer, jwk, jwks, picture, revocations

__all__ = ["achievement", "badge_file", "did", "issuer", "jwk", "jwks", "picture", "revocations"]
