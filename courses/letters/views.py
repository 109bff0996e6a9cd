"""The mails that a learner wants."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.people.signed_in import person_of
from courses.letters import actions
from courses.letters.choices import Letter
from courses.letters.forms import LettersForm
from mail.queries import stopped_kinds


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def letters(request: HttpRequest) -> HttpResponse:
    """Show and change which mails one wants."""
    person = person_of(request)
    stopped = stopped_kinds(address=person.email)
    bound = request.POST if request.method == "POST" else None
    form = LettersForm(bound, initial={"letters": [letter.value for letter in Letter if letter not in stopped]})
    if form.is_bound and form.is_valid():
        actions.choose_letters(person=person, wanted=[Letter(value) for value in form.cleaned_data["letters"]], now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("learning-letters"))
    return render(request, "courses/letters/letters.html", {"form": form}, status=422 if form.is_bound else 200)
