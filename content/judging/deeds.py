"""What the buttons of the checklist do."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from content.judging import actions
from content.judging.choices import Verdict
from content.judging.forms import ChecklistForm
from content.judging.queries import standing_stops
from content.judging.rules import can_lift
from content.practices.models import PracticePage
from content.reviewing import actions as reviewing
from content.reviewing.refusals import Refused


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
            if not (comment := form.cleaned_data["comment"].strip() if form.is_bound else ""):
                raise Refused(_("Say what is to be changed: to the authors, of a criterion or of a field."))
            reviewing.ask_changes(page=page, by=by, comment=comment, now=now)
            return _("The authors have it again.")
        case "lift":
            _lift(page, by, now)
            return _("The stop is lifted.")
    judgement = actions.begin(page=page, by=by, now=now)
    if not form.is_bound:
        return _("You have taken this practice up.")
    actions.keep(judgement=judgement, **form.told())
    if button not in Verdict.values:
        return _("Kept. Only you see it until you send it.")
    actions.give(page=page, by=by, verdict=Verdict(button), now=now)
    return _("Sent. The authors are told what is theirs to know.")


def _lift(page: PracticePage, by: User, now: datetime) -> None:
    """Lift those stops that this person may lift. Raises Refused where there is none."""
    stops = [one for one in standing_stops(page.translation_key) if can_lift(by, one)]
    if not stops:
        raise Refused(_("Only who set a stop lifts it, or an administrator."))
    for stop in stops:
        actions.lift(judgement=stop, by=by, now=now)
