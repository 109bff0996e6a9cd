"""What the courses answer when the whole site asks."""

from wagtail import hooks

from courses.assessment import wagtail_hooks as _assessment  # noqa: F401 - registers what that room answers
from courses.bank import wagtail_hooks as _bank  # noqa: F401 - registers what that room answers
from courses.catalogue.document_kind import module_kind
from courses.catalogue.views import tell_of_courses
from courses.cohorts import wagtail_hooks as _cohorts  # noqa: F401 - registers what that room answers
from courses.demo.actions import demo_parts
from courses.demo.growth import parts
from courses.editions import wagtail_hooks as _editions  # noqa: F401 - registers what that room answers
from courses.enrolment import wagtail_hooks as _enrolment  # noqa: F401 - registers what that room answers
from courses.evaluation import wagtail_hooks as _evaluation  # noqa: F401 - registers what that room answers
from courses.facilitation import wagtail_hooks as _facilitation  # noqa: F401 - registers what that room answers
from courses.keeping import wagtail_hooks as _keeping  # noqa: F401 - registers what that room answers
from courses.learning import wagtail_hooks as _learning  # noqa: F401 - registers what that room answers
from courses.letters import wagtail_hooks as _letters  # noqa: F401 - registers what that room answers
from courses.questions import wagtail_hooks as _questions  # noqa: F401 - registers what that room answers
from courses.sitting import wagtail_hooks as _sitting  # noqa: F401 - registers what that room answers
from courses.studying import wagtail_hooks as _studying  # noqa: F401 - registers what that room answers

hooks.register("document_kinds", module_kind)
hooks.register("page_context", tell_of_courses)
hooks.register("demo", demo_parts)
hooks.register("grow", parts)
