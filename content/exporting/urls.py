"""Where results are taken along: routes under /<language>/library/."""

from django.urls import path

from content.exporting.views import practice_codebook, practice_export

urlpatterns = [
    path("library/export/codebook/", practice_codebook, name="practice-codebook"),
    path("library/export/<slug:form>/", practice_export, name="practice-export"),
]
