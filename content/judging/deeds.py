"""What the buttons of the checklist do."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from content.judging import actions
from content.judging.choices import Verdict
from content.judging.forms import ChecklistForm
from content.judging.queries import standing_stops
from content.practices.models import PracticePage
from content.reviewing import actions as reviewing


def carry_out(button: str, *, page: PracticePage, form: ChecklistForm, by: User, now: datetime) -> str:
    """Do what a button says and return what to tell. A checklist is kept before it is sent, so that nothing typed is lost.

    Raises Refused.
    """
    match button:
        case "again":
            actions.think_again(page=page, by=by, now=now)
            return _("The checklist is open again.")
        case "publish":
            reviewing.publish(page=page, by=by, now=now)
            return _("Published. The authors are told.")
        case "back":
            reviewing.ask_changes(page=page, by=by, comment=form.cleaned_data["comment"] if form.is_bound else "", now=now)
            return _("The authors have it again.")
        case "lift":
            for stop in standing_stops(page.translation_key):
                actions.lift(judgement=stop, by=by, now=now)
            return _("The stop is lifted.")
    judgement = actions.begin(page=page, by=by, now=now)
    if not form.is_bound:
        return _("You have taken this practice up.")
    actions.keep(judgement=judgement, **form.told())
    if button not in Verdict.values:
        return _("Kept. Only you see it until you send it.")
    actions.give(page=page, by=by, verdict=Verdict(button), now=now)
    return _("Sent. The authors are told what is theirs to know.")
