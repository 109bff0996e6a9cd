"""The report of mails for staff: what could not be sent and why, and the button to try again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from . import actions, queries
from .models import Message

SHOWN = 50


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Show the mails that failed."""
    if not request.user.has_perm("mail.view_message"):
        raise PermissionDenied
    context = {
        "page_title": _("Mails"),
        "header_icon": "mail",
        "mails": Paginator(Message.objects.failed().defer("text", "html"), SHOWN).get_page(request.GET.get("p")),
        "waiting_count": queries.waiting_count(),
        "may_change": request.user.has_perm("mail.change_message"),
    }
    return render(request, "mail/pages/report.html", context)


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Send a failed mail once more."""
    if not request.user.has_perm("mail.change_message"):
        raise PermissionDenied
    try:
        done = actions.try_again(uid=request.POST.get("mail", ""), now=timezone.now())
    except ValidationError:
        done = False
    if done:
        messages.success(request, _("The mail is on its way again."))
    else:
        messages.warning(request, _("This mail has been sent, or its text is gone."))
    return redirect("mails-report")
