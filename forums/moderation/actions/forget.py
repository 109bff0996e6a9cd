"""A person is erased: what moderation holds of hers goes, or stays without her."""

from accounts.models import User
from forums.moderation.models import Decision, Report, Suspension


def forget_person(*, user: User) -> None:
    """Take a person out of alarms and decisions, with the words that spoke to her; her suspensions end with her. Safe to call twice."""
    Report.objects.filter(reporter=user).update(reporter=None, words="")
    Decision.objects.filter(user=user).update(user=None, words="")
    Decision.objects.filter(moderator=user).update(moderator=None)
    Suspension.objects.filter(user=user).delete()
