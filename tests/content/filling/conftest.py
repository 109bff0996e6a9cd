"""The contributor's site and her contribution, as `contributing` has them."""

from tests.content.contributing.conftest import *  # noqa: F403
