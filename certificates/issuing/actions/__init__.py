"""What happens to certificates, one verb a file."""

from certificates.issuing.actions.award import award, award_completion
from certificates.issuing.actions.confirm import confirm_name, confirm_printed_name, take_as_agreed
from certificates.issuing.actions.correct import answer_correction, ask_correction
from certificates.issuing.actions.decide import hold, issue_now, refuse, release
from certificates.issuing.actions.decide_all import hold_all, issue_all, issue_rest, refuse_all, refuse_rest, release_all
from certificates.issuing.actions.make import make
from certificates.issuing.actions.queueing import queue_due
from certificates.issuing.actions.remake import remake_paper
from certificates.issuing.actions.revoke import revoke

__all__ = [
    "answer_correction",
    "ask_correction",
    "award",
    "award_completion",
    "confirm_name",
    "confirm_printed_name",
    "hold",
    "hold_all",
    "issue_all",
    "issue_now",
    "issue_rest",
    "make",
    "queue_due",
    "refuse",
    "refuse_all",
    "refuse_rest",
    "release",
    "release_all",
    "remake_paper",
    "revoke",
    "take_as_agreed",
]
