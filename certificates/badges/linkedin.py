"""The link that opens LinkedIn's form for a certificate, filled in. Nothing is sent before the holder sends it."""

from urllib.parse import urlencode

from certificates.badges.addresses import credential_id
from certificates.credentials.models import Credential
from certificates.credentials.numbers import shown

FORM = "https://www.linkedin.com/profile/add"


def linkedin_url(credential: Credential) -> str:
    """Return the address of the form, in the words of the certificate."""
    words = credential.words
    fields = {
        "startTask": "CERTIFICATION_NAME",
        "name": words.course_in(words.languages[0]),
        "organizationName": words.issuer["name"],
        "issueYear": words.awarded_on[:4],
        "issueMonth": str(int(words.awarded_on[5:7])),
        "certUrl": credential_id(credential.number),
        "certId": shown(credential.number),
    }
    if until := words.valid_until:
        fields |= {"expirationYear": until[:4], "expirationMonth": str(int(until[5:7]))}
    return f"{FORM}?{urlencode(fields)}"
