"""The cohort: routes under /<language>/teaching/."""

from django.urls import path

from courses.facilitation import views

HERE = "editions/<uuid:uid>/"

urlpatterns = [
    path(f"{HERE}cohort/", views.cohort_page, name="cohort"),
]
