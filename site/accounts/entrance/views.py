"""The pages of the door: allauth's views, with what the house asks differently."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.internal.stagekit import clear_login, get_pending_stage
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.notices.queries import links_to_notices

from .expecting import known_of, settle_known
from .houses import leads_out, offered


def is_slowed(form: Any) -> bool:
    """Whether a pause, not a wrong entry, made the form fail: such a try was not judged and uses nothing up."""
    return any(error.code == "slowed" for errors in form.errors.as_data().values() for error in errors)


@method_decorator(leads_out, name="dispatch")
class SignIn(allauth.LoginView):
    """Sign in by password or by mailed code. Always open: a code that was asked for does not close the other way."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        return None

    def get_initial(self) -> dict[str, Any]:
        """Begin with the address that a code was asked for, if any."""
        stage = get_pending_stage(self.request)
        return super().get_initial() | ({"login": stage.login.email} if stage else {})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page of the code that was asked for."""
        context = super().get_context_data(**kwargs) | {"houses": offered(self.request)}
        stage = get_pending_stage(self.request)
        if stage and stage.urlname:
            context["pending_url"] = self.passthrough_next_url(reverse(stage.urlname))
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in, or mail a code; row and mail are written together."""
        with transaction.atomic():
            return super().form_valid(form)


@method_decorator(leads_out, name="dispatch")
class SignUp(allauth.SignupView):
    """Make an account; person, acceptance and mail are written together."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        clear_login(request)

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the person and mail the code, or tell the owner of the address."""
        settle_known(self.request, form.cleaned_data["email"])
        with transaction.atomic():
            return super().form_valid(form)

    def get_initial(self) -> dict[str, Any]:
        """Begin with what a mailed link has told, if any."""
        return super().get_initial() | known_of(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add where the notices can be read."""
        return super().get_context_data(**kwargs) | {"notices": links_to_notices(), "houses": offered(self.request)}


class SignInCode(allauth.ConfirmLoginCodeView):
    """Type the code that signs in."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form whose try it is."""
        kwargs = super().get_form_kwargs()
        return kwargs if self._action == "resend" else kwargs | {"email": self._process.state.get("email")}

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the fault; a code outlives a pause."""
        return self.render_to_response(self.get_context_data(form=form)) if is_slowed(form) else super().form_invalid(form)


class ConfirmAddress(allauth.ConfirmEmailVerificationCodeView):
    """Type the code that proves an address."""

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show a page that no cache keeps."""
        return super().dispatch(request, *args, **kwargs)

    def _verify_form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form)) if is_slowed(form) else super()._verify_form_invalid(form)


@method_decorator(login_required, name="dispatch")
class ChangeAddress(allauth.EmailView):
    """Change the address of the account."""

    template_name = "account/email_change.html"


@require_POST
def other_way(request: HttpRequest) -> HttpResponse:
    """Forget the code that was asked for and show the ways again."""
    clear_login(request)
    request.session.pop("account_email_verification_code", None)
    return HttpResponseRedirect(reverse("account_login"))
