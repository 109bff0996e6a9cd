"""What the courses answer when the whole site asks."""

from wagtail import hooks

from courses.catalogue.document_kind import module_kind
from courses.catalogue.views import tell_of_courses
from courses.demo.actions import demo_parts

hooks.register("document_kinds", module_kind)
hooks.register("page_context", tell_of_courses)
hooks.register("demo", demo_parts)
