"""A badge as a file: JSON, token, or baked into its picture."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certificates.badges.baking import as_text, baked_png, baked_svg
from certificates.badges.making import badge, token
from certificates.badges.picture import picture_of
from certificates.badges.rules import can_take
from certificates.badges.views.answers import cannot_sign, if_changed, sentence
from certificates.credentials.models import Credential
from certificates.credentials.queries import credential_of
from certificates.credentials.rules import is_holder
from certificates.issuers.keys import NoKey
from content.audience.gate import for_one_person
from limits.actions import hit
from limits.queries import address_of, range_of

MOST, IN_SECONDS = 300, 60 * 60  # badges for one network: a whole ministry may sit behind one address


def _png(credential: Credential) -> bytes:
    return baked_png(picture_of(credential.words, "png"), badge(credential))


def _svg(credential: Credential) -> bytes:
    return baked_svg(picture_of(credential.words, "svg").decode(), badge(credential)).encode()


FORMS: dict[str, tuple[str, Callable[[Credential], bytes]]] = {
    "json": ("application/json", lambda credential: as_text(badge(credential)).encode()),
    "jwt": ("text/plain; charset=utf-8", lambda credential: token(credential).encode()),
    "png": ("image/png", _png),
    "svg": ("image/svg+xml", _svg),
}


@require_safe
def badge_file(request: HttpRequest, number: str, form: str) -> HttpResponse:
    """Hand out a badge to who holds the certificate, and to anybody while she shares it. Others learn nothing: 404."""
    found = credential_of(number)
    if found is None or not can_take(request.user, found):
        if found is not None and is_holder(request.user, found):
            raise PermissionDenied(_("This certificate no longer holds. Badges are made of valid ones only."))
        raise Http404
    network = range_of(address_of(request))
    if not hit(name="badges", key=network, limit=MOST, seconds=IN_SECONDS, now=timezone.now()).allowed:
        answer = sentence(_("Too many requests. Try again later."), 429)
        answer["Retry-After"] = str(IN_SECONDS)
        return answer
    kind, made = FORMS[form]
    try:
        answer = HttpResponse(made(found), content_type=kind)
    except NoKey as no:
        return cannot_sign(no)
    answer["Content-Disposition"] = f'attachment; filename="badge-{found.number}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if found.is_shared:
        answer["Access-Control-Allow-Origin"] = "*"  # wallets fetch it; nobody's cookie goes with them
    return for_one_person(if_changed(request, answer))
