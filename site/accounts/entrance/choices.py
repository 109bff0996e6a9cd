"""Words of the door."""

from enum import StrEnum


class Way(StrEnum):
    """A way in. Wrong tries are counted for each way apart, so that the others stay open."""

    PASSWORD = "password"  # noqa: S105 - the name of a way, not a secret
    CODE = "code"
    CONFIRMATION = "confirmation"


MAILS_PER_ADDRESS = 6
MAILS_SECONDS = 15 * 60
TRIES_PER_NETWORK = 600  # whole ministries share one address
NETWORK_SECONDS = 10 * 60
