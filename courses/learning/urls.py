"""A learner's own screens: routes under /<language>/learning/."""

from django.urls import path

from courses.learning import views

urlpatterns = [
    path("", views.my_courses, name="learning"),
    path("calendar/", views.my_calendar, name="learning-calendar"),
    path("calendar/address/", views.calendar_secret, name="learning-calendar-secret"),
    path("calendar/<uuid:secret>.ics", views.calendar_feed, name="learning-calendar-feed"),
    path("notes/", views.my_notes, name="learning-notes"),
    path("notes/<uuid:key>/", views.note, name="learning-note"),
    path("notes/<uuid:key>/draft/", views.note_draft, name="learning-note-draft"),
    path("data/", views.data_budget, name="learning-data"),
    path("print/<uuid:key>/", views.module_print, name="learning-print"),
]
