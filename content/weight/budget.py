"""How much a page may weigh for this reader: text, pictures or all. No question to the database."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

TEXT, PICTURES, VIDEO = "text", "pictures", "video"
BUDGETS = (TEXT, PICTURES, VIDEO)
NAME = "data_budget"  # of the cookie, and of what a session holds
YEAR = 365 * 24 * 60 * 60


def budget_of(request: HttpRequest | None) -> str:
    """Return what the reader wants: what this browser was told, else her own wish (in the session), else text where it asks to save data.

    Without any of them: everything, which loads no video by itself.
    """
    if request is None:
        return VIDEO
    wish = request.COOKIES.get(NAME, "")
    if wish not in BUDGETS and settings.SESSION_COOKIE_NAME in request.COOKIES:
        wish = request.session.get(NAME, "")
    if wish in BUDGETS:
        return wish
    return TEXT if request.headers.get("Save-Data", "").lower() == "on" else VIDEO


def keep_budget(answer: HttpResponse, budget: str) -> None:
    """Let this browser remember the wish for a year."""
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(NAME, budget, max_age=YEAR, samesite="Lax", secure=secure, httponly=True)
