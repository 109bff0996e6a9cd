"""The criteria of a good practice, how they are scored, and the rule by which one is accepted."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _


class Criterion(models.TextChoices):
    """What a good practice is judged by, in the order of the checklist."""

    RELEVANCE = "relevance", _("Relevance")
    SOUTH_SOUTH = "south_south", _("South-South character")
    EFFECTIVENESS = "effectiveness", _("Effectiveness")
    INNOVATION = "innovation", _("Innovation")
    ADAPTABILITY = "adaptability", _("Adaptability")
    SUSTAINABILITY = "sustainability", _("Sustainability")
    PARTICIPATION = "participation", _("Tripartite participation and gender")
    FUNDING = "funding", _("Funding potential")


QUESTIONS = {
    Criterion.RELEVANCE: _(
        "Does it answer a demand that a country stated? Is it linked to target 8.7, a national plan or an ILO standard?"
    ),
    Criterion.SOUTH_SOUTH: _(
        "Do at least two countries of the South exchange as equals: led by demand, without conditions, in solidarity? "
        "Does a triangular partner only complement?"
    ),
    Criterion.EFFECTIVENESS: _("Are there results with evidence? Is the method of learning described?"),
    Criterion.INNOVATION: _("Is there a new tool, process, alliance or use?"),
    Criterion.ADAPTABILITY: _("Can others apply it? Are conditions and costs told?"),
    Criterion.SUSTAINABILITY: _("Are there ownership, budget and institutions after the project?"),
    Criterion.PARTICIPATION: _("Did employers, workers and affected groups take part? Is there a gender or intersectional lens?"),
    Criterion.FUNDING: _("Who paid, and who could pay next?"),
}


class Score(models.IntegerChoices):
    """How well a text shows that a criterion holds."""

    NOT_SHOWN = 0, _("not shown")
    CLAIMED = 1, _("claimed")
    DESCRIBED = 2, _("described")
    EVIDENCE = 3, _("with evidence")


class Verdict(models.TextChoices):
    """What a reviewer decides at the end of her checklist."""

    ACCEPT = "accept", _("Accept")
    CHANGES = "changes", _("Ask for changes")
    STOP = "stop", _("Stop: a child or a complainant could be recognised")


LEAST = dict.fromkeys(Criterion, 1) | {Criterion.SOUTH_SOUTH: 2, Criterion.EFFECTIVENESS: 2}
LEAST_TOTAL = 14
MOST_TOTAL = len(Criterion) * Score.EVIDENCE
LONGEST = 4000  # characters of a remark


def shortfalls(scores: Mapping[str, int | None]) -> list[str]:
    """Return what keeps a practice with these scores from being accepted, as sentences; none where nothing does."""
    missing = [str(one.label) for one in Criterion if scores.get(one) is None]
    if missing:
        return [say("Not scored yet: %(names)s.") % {"names": ", ".join(missing)}]
    found = [
        say("%(name)s: at least %(least)s is needed.") % {"name": one.label, "least": least}
        for one, least in LEAST.items()
        if (scores[one] or 0) < least
    ]
    total = sum(score or 0 for score in scores.values())
    if total < LEAST_TOTAL:
        found.append(
            say("%(total)s points in all; at least %(least)s of %(most)s are needed.")
            % {"total": total, "least": LEAST_TOTAL, "most": MOST_TOTAL}
        )
    return found
