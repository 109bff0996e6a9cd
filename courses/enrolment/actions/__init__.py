"""What happens to enrolments and invitations, one verb a file."""

from courses.enrolment.actions.accept import accept_invitation
from courses.enrolment.actions.ask import ask_in
from courses.enrolment.actions.bring import NEW, SAME, Entry, Outcome, bring_in, foretell, outcome_of
from courses.enrolment.actions.decide import approve, refuse
from courses.enrolment.actions.enrol import enrol
from courses.enrolment.actions.invite import invite, take_back
from courses.enrolment.actions.leave import withdraw
from courses.enrolment.actions.more_time import give_days
from courses.enrolment.actions.places import move_up

__all__ = [
    "NEW",
    "SAME",
    "Entry",
    "Outcome",
    "accept_invitation",
    "approve",
    "ask_in",
    "bring_in",
    "enrol",
    "foretell",
    "give_days",
    "invite",
    "move_up",
    "outcome_of",
    "refuse",
    "take_back",
    "withdraw",
]
