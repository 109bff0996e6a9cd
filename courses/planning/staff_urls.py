"""Editions: routes under /<language>/teaching/."""

from django.urls import path

from courses.planning.views import listing, preparing, timing

urlpatterns = [
    path("", listing.teaching, name="teaching"),
    path("editions/new/", preparing.edition_new, name="edition-new"),
    path("editions/<uuid:uid>/", listing.edition, name="teaching-edition"),
    path("editions/<uuid:uid>/acts/", listing.acts, name="edition-acts"),
    path("editions/<uuid:uid>/edit/", preparing.edition_edit, name="edition-edit"),
    path("editions/<uuid:uid>/copy/", preparing.edition_copy, name="edition-copy"),
    path("editions/<uuid:uid>/announce/", preparing.edition_announce, name="edition-announce"),
    path("editions/<uuid:uid>/close/", preparing.edition_close, name="edition-close"),
    path("editions/<uuid:uid>/facilitators/", preparing.edition_facilitators, name="edition-facilitators"),
    path("editions/<uuid:uid>/dates/", timing.edition_dates, name="edition-dates"),
    path("editions/<uuid:uid>/events/new/", timing.event_new, name="event-new"),
    path("editions/<uuid:uid>/events/<uuid:event_uid>/", timing.event, name="event"),
]
