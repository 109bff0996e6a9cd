"""The kind of document that becomes a module, registered on the hook `document_kinds`."""

from django.utils.translation import gettext_lazy as _

from content.importing.kind import DocumentKind, Nest
from content.pages.models import SectionPage
from courses.catalogue.models import CoursePage, ModulePage
from courses.catalogue.module_reading import read_module

COURSES = Nest(SectionPage, ("courses", "cursos", "cours"), {"pt": "Cursos", "en": "Courses", "es": "Cursos", "fr": "Cours"})
IMPORTED = Nest(
    CoursePage,
    ("imported-modules",),
    {"pt": "Módulos importados", "en": "Imported modules", "es": "Módulos importados", "fr": "Modules importés"},
)


def module_kind() -> list[DocumentKind]:
    """Return the kind; a module stands in the course that is named, else in one that gathers what was brought in."""
    return [DocumentKind("module", _("Module of a course"), ModulePage, read_module, (COURSES, IMPORTED))]
