"""The cohort: routes under /<language>/teaching/."""

from django.urls import path

from courses.facilitation import views

HERE = "editions/<uuid:uid>/"
LEARNER = f"{HERE}cohort/<uuid:learner>/"

urlpatterns = [
    path(f"{HERE}cohort/", views.cohort_page, name="cohort"),
    path(f"{HERE}cohort/summary/", views.summary_page, name="cohort-summary"),
    path(f"{HERE}cohort/write/", views.write_page, name="cohort-write"),
    path(f"{HERE}cohort/export.<str:kind>", views.cohort_export, name="cohort-export"),
    path(LEARNER, views.learner_page, name="cohort-learner"),
    path(f"{LEARNER}mark/", views.learner_mark, name="cohort-mark"),
    path(f"{LEARNER}days/", views.learner_days, name="cohort-days"),
    path(f"{HERE}report/", views.report_page, name="edition-report"),
    path(f"{HERE}attendance/", views.attendance_page, name="attendance"),
    path(f"{HERE}attendance/<uuid:event>/", views.event_attendance, name="event-attendance"),
]
