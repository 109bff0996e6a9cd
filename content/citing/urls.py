"""Where one practice is taken along: routes under /<language>/library/."""

from django.urls import path

from content.citing.views import practice_citation, practice_pdf

urlpatterns = [
    path("library/cite/<uuid:key>/<slug:form>/", practice_citation, name="practice-citation"),
    path("library/print/<uuid:key>/", practice_pdf, name="practice-pdf"),
]
