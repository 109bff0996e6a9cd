"""Who takes part: routes under /<language>/teaching/."""

from django.urls import path

from courses.admission.views import bringing, inviting, people

urlpatterns = [
    path("editions/<uuid:uid>/people/", people.edition_people, name="edition-people"),
    path("editions/<uuid:uid>/people/<uuid:enrolment_uid>/", people.enrolment, name="enrolment"),
    path("editions/<uuid:uid>/people/<uuid:enrolment_uid>/approve/", people.enrolment_approve, name="enrolment-approve"),
    path("editions/<uuid:uid>/people/<uuid:enrolment_uid>/refuse/", people.enrolment_refuse, name="enrolment-refuse"),
    path("editions/<uuid:uid>/people/<uuid:enrolment_uid>/days/", people.enrolment_days, name="enrolment-days"),
    path("editions/<uuid:uid>/people/<uuid:enrolment_uid>/end/", people.enrolment_end, name="enrolment-end"),
    path("editions/<uuid:uid>/invitations/", inviting.invitations, name="edition-invitations"),
    path("editions/<uuid:uid>/invitations/new/", inviting.invitation_new, name="invitation-new"),
    path("editions/<uuid:uid>/invitations/<uuid:invitation_uid>/", inviting.invitation_change, name="invitation-change"),
    path("editions/<uuid:uid>/bring/", bringing.people_bring, name="people-bring"),
]
