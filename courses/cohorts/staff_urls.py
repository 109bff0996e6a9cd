"""A cohort: routes under /<language>/teaching/."""

from django.urls import path

from courses.cohorts import views

HERE = "editions/<uuid:uid>/"

urlpatterns = [
    path(f"{HERE}cohort/", views.cohort_page, name="cohort"),
    path(f"{HERE}cohort/summary/", views.summary_page, name="cohort-summary"),
    path(f"{HERE}cohort/export.<str:kind>", views.cohort_export, name="cohort-export"),
    path(f"{HERE}report/", views.report_page, name="edition-report"),
]
