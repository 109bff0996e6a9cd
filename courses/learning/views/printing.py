"""All open units of a module on one page, for paper."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from content.audience.gate import turn_away
from content.audience.rules import can_read
from courses.learning.printable import locks_for, module_in, units_of


@require_safe
@never_cache
def module_print(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a module with its units as text and pictures; what is not open for this reader yet is named, with the reason, and not shown."""
    module = module_in(key, request.LANGUAGE_CODE)
    if module is None:
        raise Http404
    if not can_read(request.user, module):
        return turn_away(request)
    locks = locks_for(request, module, timezone.now())
    units = [] if locks.module else units_of(module, request.user)
    context = {
        "page": module,
        "text_language": module.code,
        "closed": locks.module,
        "units": [{"page": unit, "closed": locks.units.get(unit.translation_key)} for unit in units],
        "budget": "pictures",
    }
    return render(request, "courses/learning/print.html", context)
