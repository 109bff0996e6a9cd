"""What is kept of a person's way through a course."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from courses.catalogue.queries import unit_kinds
from courses.completion.models import UnitProgress
from courses.enrolment.models import Enrolment, EnrolmentQuerySet
from courses.syllabus.outlining import FIGURES_ONLY, CourseOutline, Rule
from courses.syllabus.queries.outline import completion_of

RULE_FACTS = ("completes", "posts_min", "pass_percent", "keeps", "purpose")


def completable() -> EnrolmentQuerySet:
    """Return the enrolments that can still be completed: of those who take part, in editions that are not closed, and have not yet."""
    return Enrolment.objects.active().filter(edition__closed_at=None, completion=None)


def progress_of(enrolment: Enrolment) -> dict[UUID, UnitProgress]:
    """Return the summaries of one who takes part, by translation key of the unit (or of a module whose forum she wrote in). One query."""
    return {row.unit_key: row for row in UnitProgress.objects.filter(enrolment=enrolment.pk)}


def progress_of_many(enrolments: Iterable[Enrolment]) -> dict[int, dict[UUID, UnitProgress]]:
    """Return the summaries of several who take part, by the id of the enrolment. One query however many."""
    found: dict[int, dict[UUID, UnitProgress]] = defaultdict(dict)
    for row in UnitProgress.objects.filter(enrolment__in=[enrolment.pk for enrolment in enrolments]):
        found[row.enrolment_id][row.unit_key] = row
    return found


def rules_of(course: CourseOutline, keys: Iterable[UUID]) -> dict[UUID, Rule]:
    """Return what makes each of these units done; for those that are not published any more, what did. One query a kind for these alone."""
    wanted = set(keys)
    found = {unit.key: unit.rule for unit in course.units if unit.key in wanted}
    missing = wanted - set(found) - {module.key for module in course.modules}
    for kind in unit_kinds() if missing else ():
        names = [name for name in RULE_FACTS if any(field.name == name for field in kind._meta.get_fields())]
        for key, *values in kind.objects.filter(translation_key__in=missing).order_by("-pk").values_list("translation_key", *names):
            facts = dict(zip(names, values, strict=True))
            found[key] = Rule(
                completion_of(kind, facts),
                facts.get("posts_min") or 1,
                facts.get("keeps") or "best",
                facts.get("purpose") not in FIGURES_ONLY,
            )
    return {key: found.get(key, Rule()) for key in wanted}
