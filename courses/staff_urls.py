"""What staff do, under /<language>/teaching/."""

from django.urls import include, path

urlpatterns = [
    path("", include("courses.editions.staff_urls")),
    path("", include("courses.enrolment.staff_urls")),
    path("", include("courses.bank.staff_urls")),
    path("", include("courses.marking.staff_urls")),
    path("", include("courses.facilitation.staff_urls")),
    path("", include("courses.evaluation.staff_urls")),
]
