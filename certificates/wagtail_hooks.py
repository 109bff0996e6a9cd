"""What the certificates answer when the whole site asks."""

from wagtail import hooks

from certificates.bundling import wagtail_hooks as _bundling  # noqa: F401 - registers what that room answers
from certificates.demo.actions import demo_parts
from certificates.designs import wagtail_hooks as _designs  # noqa: F401 - registers what that room answers
from certificates.desk import wagtail_hooks as _desk  # noqa: F401 - registers what that room answers
from certificates.holding import wagtail_hooks as _holding  # noqa: F401 - registers what that room answers
from certificates.issuers import wagtail_hooks as _issuers  # noqa: F401 - registers what that room answers
from certificates.issuing import wagtail_hooks as _issuing  # noqa: F401 - registers what that room answers
from certificates.keeping import wagtail_hooks as _keeping  # noqa: F401 - registers what that room answers

hooks.register("demo", demo_parts)
