"""The words of the page that proves papers without a network, in every language of the interface."""

from django.conf import settings
from django.utils.translation import gettext, gettext_noop, override

WORDS = {
    "title": gettext_noop("Prove a certificate without a network"),
    "lead": gettext_noop("This page asks nobody: the keys of the academy are inside it. What you check here stays on this device."),
    "text": gettext_noop("Text of the code"),
    "text_hint": gettext_noop(
        "Scan the code on the paper with the camera of a phone and copy the whole address, with all behind the #. Paste it here."
    ),
    "file": gettext_noop("Or the PDF of the certificate, or a photo of its code"),
    "check": gettext_noop("Check"),
    "genuine": gettext_noop("Genuine: the academy signed exactly these words"),
    "genuine_more": gettext_noop("The paper must say the same, letter by letter. If it says anything else, the paper was changed."),
    "later": gettext_noop("Whether it was replaced or revoked later, only the site of the academy knows:"),
    "changed": gettext_noop("Not genuine: the words were changed, or the academy never signed them"),
    "key": gettext_noop("Cannot be proven here: the key is not known"),
    "key_more": gettext_noop("This file does not hold the key. It may be older than the key, or somebody else made the code. Key:"),
    "site": gettext_noop("Not as it was issued: the address in the code is not the academy’s"),
    "site_more": gettext_noop("The academy signed the words, but the code leads elsewhere. Do not trust what is shown there. Address:"),
    "unreadable": gettext_noop("Not genuine: this is not a whole code of the academy"),
    "unreadable_more": gettext_noop("A letter is missing or changed, or only a part was copied. Scan the code again and copy all of it."),
    "empty": gettext_noop("Paste the text of a code first, or choose a file."),
    "too_big": gettext_noop("This file is too big to be one of our certificates."),
    "no_proof": gettext_noop("This PDF holds no code of the academy. Was it printed anew or scanned? Then scan the code on it."),
    "no_pictures": gettext_noop("This browser cannot read codes in pictures. Scan the code with the camera of a phone and paste its text."),
    "no_code": gettext_noop("No code was found in this picture. Take it from nearer, straight and in good light."),
    "many": gettext_noop("Not proven: this file holds several different codes. Check each paper by itself."),
    "name": gettext_noop("Name"),
    "course": gettext_noop("Course"),
    "edition": gettext_noop("Edition"),
    "date": gettext_noop("Awarded on"),
    "number": gettext_noop("Number"),
    "signed_with": gettext_noop("Signed with the key"),
    "keys": gettext_noop("The keys in this file"),
    "keys_hint": gettext_noop("Published by the academy. This file was made on:"),
    "language": gettext_noop("Language of the page"),
    "too_old": gettext_noop("This browser is too old to check, or its scripts are off. Open this file in a newer browser."),
}


def words() -> dict[str, dict[str, str]]:
    """Return every word by language, with the language's own name as `tongue`."""
    found = {}
    for code, own_name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES:
        with override(code):
            found[code] = {key: gettext(text) for key, text in WORDS.items()} | {"tongue": own_name}
    return found
