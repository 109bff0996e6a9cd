"""Words for where an enrolment and an invitation stand."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where an enrolment stands."""

    ASKED = "asked", pgettext_lazy("enrolment", "Waits for approval")
    WAITING = "waiting", pgettext_lazy("enrolment", "On the waiting list")
    ACTIVE = "active", pgettext_lazy("enrolment", "Takes part")
    REFUSED = "refused", pgettext_lazy("enrolment", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")


OUT = (State.WITHDRAWN, State.REFUSED)


class Answer(models.TextChoices):
    """What became of an invitation."""

    SENT = "sent", pgettext_lazy("invitation", "Sent")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")
    TAKEN_BACK = "taken_back", pgettext_lazy("invitation", "Taken back")


class Refusal(models.TextChoices):
    """Why somebody does not come in; the label is the sentence that she reads."""

    DRAFT = "draft", pgettext_lazy("enrolment", "This edition is not announced yet.")
    CLOSED = "closed", pgettext_lazy("enrolment", "This edition is closed.")
    OVER = "over", pgettext_lazy("enrolment", "This edition is over.")
    LATE = "late", pgettext_lazy("enrolment", "The time to enrol in this edition is over.")
    INVITED_ONLY = (
        "invited_only",
        pgettext_lazy("enrolment", "One takes part in this edition by invitation. If you were invited, use the link in the mail."),
    )
    WRONG_CODE = "wrong_code", pgettext_lazy("enrolment", "This is not the code of this edition. Please look again.")
    REFUSED = (
        "refused",
        pgettext_lazy("enrolment", "Your request was refused. Write to the facilitators if you think that this is a mistake."),
    )
    SENT_AWAY = (
        "sent_away",
        pgettext_lazy("enrolment", "The facilitators ended your part in this edition. Write to them if you think that this is a mistake."),
    )
    OTHERS = "others", pgettext_lazy("enrolment", "This invitation is for another address. Sign in with the address that the mail came to.")
    UNPROVEN = "unproven", pgettext_lazy("enrolment", "Confirm your e-mail address first; then open the link of the mail again.")
    TAKEN_BACK = "taken_back", pgettext_lazy("enrolment", "This invitation was taken back.")


# What staff did, in words, by the verb that the log keeps.
VERBS = {
    "enrolment.enrol": pgettext_lazy("enrolment", "put somebody in"),
    "enrolment.approve": pgettext_lazy("enrolment", "approved somebody"),
    "enrolment.readmit": pgettext_lazy("enrolment", "took somebody in again"),
    "enrolment.refuse": pgettext_lazy("enrolment", "refused somebody"),
    "enrolment.withdraw": pgettext_lazy("enrolment", "ended somebody's part"),
    "enrolment.give_days": pgettext_lazy("enrolment", "gave somebody more time"),
    "enrolment.invite": pgettext_lazy("enrolment", "invited somebody"),
    "enrolment.take_back": pgettext_lazy("enrolment", "took an invitation back"),
}
