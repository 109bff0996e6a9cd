"""What staff do, under /<language>/teaching/."""

from django.urls import include, path

urlpatterns = [
    path("", include("courses.planning.staff_urls")),
    path("", include("courses.admission.staff_urls")),
    path("", include("courses.bank.staff_urls")),
    path("", include("courses.marking.staff_urls")),
    path("", include("courses.cohorts.staff_urls")),
    path("", include("courses.facilitation.staff_urls")),
    path("", include("courses.evaluation.staff_urls")),
]
