"""Which template a certificate follows, and the pictures that it needs."""

from uuid import UUID

from django.db.models import F, Q

from certificates.designs.models import Template


def template_for(course_key: UUID, kind: str) -> Template | None:
    """Return the template of this kind in use for this course: its own, else the one for all courses without their own."""
    rows = Template.objects.in_use().filter(Q(course_key=course_key) | Q(course_key=None), kind=kind).select_related("issuer")
    return rows.order_by(F("course_key").asc(nulls_last=True)).first()


def signers(template: Template) -> list[dict[str, str]]:
    """Return who signs on this template, from the left, as a certificate keeps it."""
    rows = template.signatory_rows.select_related("signatory__image")
    return [row.signatory.as_printed() for row in rows]
