"""Taking part: routes under /<language>/learning/."""

from django.urls import path

from courses.joining.views import invited, learner

urlpatterns = [
    path("courses/<uuid:key>/", learner.editions, name="editions"),
    path("editions/<uuid:uid>/", learner.edition, name="edition"),
    path("editions/<uuid:uid>/withdraw/", learner.edition_withdraw, name="edition-withdraw"),
    path("invitations/<str:token>/", invited.invitation, name="invitation"),
]
