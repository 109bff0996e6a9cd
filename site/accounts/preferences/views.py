"""My account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from wagtail import hooks

from accounts.notices.queries import pending_for
from accounts.people.choices import OWN_NAMES
from accounts.people.queries import country_name
from accounts.people.signed_in import keep_language, person_of

from .actions import FIELDS, save_preferences
from .forms import PreferencesForm


@never_cache
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Show who is signed in and where everything of hers is; other storeys add panels by the hook `account_panel`."""
    panels = [panel for fn in hooks.get_hooks("account_panel") if (panel := fn(request))]
    context = {
        "person": person_of(request),
        "language": OWN_NAMES[person_of(request).language],
        "country": country_name(person_of(request).country, request.LANGUAGE_CODE),
        "panels": panels,
        "pending": pending_for(person_of(request)),
        "is_staff": request.user.has_perm("wagtailadmin.access_admin"),
    }
    return render(request, "account/overview.html", context)


@never_cache
@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    """Change what a person says about herself; with another language the site goes on in it."""
    held = {field: getattr(person_of(request), field) for field in FIELDS}
    form = PreferencesForm(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        person = save_preferences(person=person_of(request), values=form.cleaned_data, now=timezone.now())
        language = person.language if person.language != held["language"] else request.LANGUAGE_CODE
        with override(language):
            messages.success(request, _("Saved."))
            answer = HttpResponseRedirect(reverse("account"))
        keep_language(answer, person.language)
        return answer
    return render(request, "account/preferences.html", {"form": form})
