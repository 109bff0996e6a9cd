"""Permanent addresses of versions, under /<language>/library/."""

from django.urls import path

from content.versions import views

urlpatterns = [
    path("library/versions/<uuid:uid>/", views.practice_version, name="practice-version"),
    path("library/versions/<uuid:uid>/all/", views.practice_versions, name="practice-versions"),
    path("library/versions/<uuid:uid>/changes/<uuid:other>/", views.practice_version_changes, name="practice-version-changes"),
]
