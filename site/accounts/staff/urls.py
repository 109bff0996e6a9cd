"""Routes before Wagtail's own, under /admin/: one door, the few settings that staff have there, verbs about people."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from .views import StaffAccount, editors_door, person_verb

urlpatterns = [
    path("login/", editors_door),
    path("account/", require_admin_access(StaffAccount.as_view())),
    path("people/<str:uid>/<slug:verb>/", require_admin_access(person_verb), name="person-verb"),
]
