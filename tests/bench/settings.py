"""The embedded site as it is served, with a bare view beside it to measure against."""

from config.settings.development import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
