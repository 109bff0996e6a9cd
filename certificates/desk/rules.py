"""What can be done with an award; who decides about it is told by `credentials.rules`."""

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.desk.choices import Verb

# What can be done where an award stands; what is being made just now is left alone.
OFFERED: dict[str, tuple[Verb, ...]] = {
    Stage.WAITING: (Verb.ISSUE, Verb.HOLD, Verb.REFUSE),
    Stage.DUE: (Verb.ISSUE, Verb.HOLD, Verb.REFUSE),
    Stage.FAILED: (Verb.ISSUE, Verb.HOLD, Verb.REFUSE),
    Stage.HELD: (Verb.RELEASE, Verb.ISSUE, Verb.REFUSE),
    Stage.REFUSED: (Verb.ISSUE,),
    Stage.WITHDRAWN: (Verb.ISSUE,),
}


def verbs_for(award: Award) -> tuple[Verb, ...]:
    """Return what can be done with an award where it stands; nothing for one who has left. What was issued before is only made anew."""
    if award.person_id is None:
        return ()
    offered = OFFERED.get(award.state, ())
    return tuple(verb for verb in offered if verb == Verb.ISSUE) if award.credential_id else offered
