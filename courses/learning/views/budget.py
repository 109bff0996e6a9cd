"""How much pages may weigh: for everybody, kept by the browser, and for members on their other devices too."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from content.audience.rules import is_member
from content.weight.budget import NAME, budget_of, keep_budget
from courses.learning import actions
from courses.learning.choices import Budget
from courses.learning.forms import BudgetForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def data_budget(request: HttpRequest) -> HttpResponse:
    """Ask how much pages may weigh, and keep the answer; then back to the page from which one came."""
    form = BudgetForm(request.POST or None, initial={"budget": budget_of(request)})
    back = _back(request)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "next": back}
        return render(request, "courses/learning/budget.html", context, status=422 if form.is_bound else 200)
    budget = Budget(form.cleaned_data["budget"])
    if is_member(request.user) and isinstance(request.user, User):
        actions.choose_budget(person=request.user, budget=budget, now=timezone.now())
        request.session[NAME] = str(budget)
        messages.success(request, _("Saved."))
    answer = HttpResponseRedirect(back or reverse("learning-data"))
    keep_budget(answer, budget)
    return answer


def _back(request: HttpRequest) -> str:
    """Return where to go afterwards: an address of this site, else nowhere."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else ""
