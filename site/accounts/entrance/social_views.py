"""Going out to another house and coming back."""

from collections.abc import Callable
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount import views as allauth
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.facebook.views import oauth2_callback as facebook
from allauth.socialaccount.providers.google.views import oauth2_callback as google
from allauth.socialaccount.providers.twitter_oauth2.views import oauth2_callback as x
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.notices.queries import links_to_notices
from accounts.people.signed_in import person_of

from .houses import PROCESS_LANGUAGE, house_named, leads_out, offered
from .joining import drop_waiting, join, waiting_for

CALLBACKS: dict[str, Callable[..., HttpResponse]] = {"google": google, "facebook": facebook, "twitter_oauth2": x}
ODD_ANSWERS = (KeyError, TypeError, ValueError, AttributeError)  # what a house that answers something else than agreed leads to


@never_cache
def social_begin(request: HttpRequest, house: str) -> HttpResponse:
    """Lead to the other house; signed in, to join its account to this one."""
    provider = house_named(request, house)
    if provider is None:
        raise Http404
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    request.session[PROCESS_LANGUAGE] = get_language()
    process = AuthProcess.CONNECT if request.user.is_authenticated else AuthProcess.LOGIN
    answer: HttpResponse = provider.redirect(request, process=process, next_url=get_next_redirect_url(request))
    return answer


@require_safe
@never_cache
def social_callback(request: HttpRequest, house: str) -> HttpResponse:
    """Come back from the other house, in the language that was read; whatever it answers, a page follows."""
    provider = house_named(request, house)
    if provider is None:
        raise Http404
    language = request.session.get(PROCESS_LANGUAGE, get_language())
    with override(language if language in dict(settings.LANGUAGES) else get_language()):
        request.LANGUAGE_CODE = get_language() or settings.LANGUAGE_CODE
        try:
            return CALLBACKS[house](request)
        except ODD_ANSWERS as error:
            return _failed(request, provider, error)


def _failed(request: HttpRequest, provider: Any, error: Exception) -> HttpResponse:
    try:
        get_adapter(request).on_authentication_error(request, provider, error="unknown", exception=error)
    except ImmediateHttpResponse as answer:
        return answer.response
    raise error


@method_decorator(never_cache, name="dispatch")
class SocialSignUp(allauth.SignupView):
    """Make an account for somebody whom another house sent; terms and age are asked as of everybody."""

    template_name = "account/social_signup.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the person and mail the code, or tell the owner of the address."""
        with transaction.atomic():
            answer: HttpResponse = super().form_valid(form)
            return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whose account it is and where the notices can be read."""
        more = {"house": self.sociallogin.provider.name, "notices": links_to_notices()}
        return super().get_context_data(**kwargs) | more


@method_decorator([never_cache, leads_out], name="dispatch")
class SocialAccounts(allauth.ConnectionsView):
    """The accounts of other houses that open this one: part from one, join one."""

    template_name = "account/social.html"

    def get_success_url(self) -> str:
        """Stay here."""
        return reverse("socialaccount_connections")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is joined, with the names of the houses, and what can be."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        names = {one.id: one.name for one in offered(self.request)}
        joined = [(one, names.get(one.provider, one.provider)) for one in context["form"].accounts]
        return context | {"joined": joined, "houses": offered(self.request)}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def social_join(request: HttpRequest) -> HttpResponse:
    """Ask whether the account that waits in this browser is to be joined; POST joins it, or forgets it."""
    person = person_of(request)
    waiting = waiting_for(request, person)
    on = get_next_redirect_url(request) or reverse("account")
    if waiting is None:
        drop_waiting(request)
        return HttpResponseRedirect(on)
    house = waiting.provider.name
    if request.method != "POST":
        return render(request, "account/social_join.html", {"house": house, "account": waiting.account, "next": on})
    drop_waiting(request)
    if request.POST.get("answer") == "join":
        if join(request, waiting, person):
            messages.success(request, _("%(house)s now opens your account too.") % {"house": house})
        else:
            messages.error(request, _("It is joined to another account already."))
    return HttpResponseRedirect(on)
