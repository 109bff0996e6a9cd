"""Why something cannot be done."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """What was asked cannot be done; `sentence` tells people why."""

    def __init__(self, sentence: object) -> None:
        super().__init__(str(sentence))
        self.sentence = str(sentence)


class Gone(Refused):
    """It was deleted meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody has deleted this meanwhile."))
