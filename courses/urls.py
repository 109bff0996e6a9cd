"""What learners do, under /<language>/learning/."""

from django.urls import include, path

urlpatterns = [
    path("", include("courses.joining.urls")),
    path("", include("courses.questions.urls")),
    path("", include("courses.sitting.urls")),
    path("", include("courses.studying.urls")),
    path("", include("courses.evaluation.urls")),
    path("", include("courses.letters.urls")),
    path("", include("courses.learning.urls")),
]
