"""What happens to enrolments and invitations, one verb a file."""

from courses.enrolment.actions.accept import accept_invitation
from courses.enrolment.actions.ask import ask_in
from courses.enrolment.actions.decide import approve, refuse
from courses.enrolment.actions.enrol import enrol
from courses.enrolment.actions.invite import invite, take_back
from courses.enrolment.actions.leave import withdraw
from courses.enrolment.actions.more_time import give_days
from courses.enrolment.actions.places import move_up

__all__ = ["accept_invitation", "approve", "ask_in", "enrol", "give_days", "invite", "move_up", "refuse", "take_back", "withdraw"]
