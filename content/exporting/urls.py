"""Where practices are taken along: routes under /<language>/library/."""

from django.urls import path

from content.exporting.views import practice_citation, practice_codebook, practice_export, practice_pdf

urlpatterns = [
    path("library/cite/<uuid:key>/<slug:form>/", practice_citation, name="practice-citation"),
    path("library/print/<uuid:key>/", practice_pdf, name="practice-pdf"),
    path("library/export/codebook/", practice_codebook, name="practice-codebook"),
    path("library/export/<slug:form>/", practice_export, name="practice-export"),
]
