"""What a facilitator does: routes under /<language>/teaching/."""

from django.urls import path

from courses.facilitation import views

HERE = "editions/<uuid:uid>/"
LEARNER = f"{HERE}cohort/<uuid:learner>/"

urlpatterns = [
    path(f"{HERE}cohort/write/", views.write_page, name="cohort-write"),
    path(LEARNER, views.learner_page, name="cohort-learner"),
    path(f"{LEARNER}mark/", views.learner_mark, name="cohort-mark"),
    path(f"{LEARNER}days/", views.learner_days, name="cohort-days"),
    path(f"{HERE}attendance/", views.attendance_page, name="attendance"),
    path(f"{HERE}attendance/<uuid:event>/", views.event_attendance, name="event-attendance"),
]
