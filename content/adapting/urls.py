"""Where adaptations are told and read: routes under /<language>/library/."""

from django.urls import path

from content.adapting import views

urlpatterns = [
    path("library/adaptations/mine/", views.adaptations_mine, name="adaptations-mine"),
    path("library/adaptations/waiting/", views.adaptations_waiting, name="adaptations-waiting"),
    path("library/adaptations/<uuid:key>/", views.adaptations, name="adaptations"),
    path("library/adaptations/<uuid:key>/new/", views.adaptation_new, name="adaptation-new"),
    path("library/adaptations/told/<uuid:uid>/", views.adaptation, name="adaptation"),
    path("library/adaptations/told/<uuid:uid>/decide/", views.adaptation_decide, name="adaptation-decide"),
    path("library/adaptations/told/<uuid:uid>/take-back/", views.adaptation_take_back, name="adaptation-take-back"),
]
