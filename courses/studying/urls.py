"""What learners tell of their progress: routes under /<language>/learning/."""

from django.urls import path

from courses.studying.views import marking

urlpatterns = [
    path("units/<uuid:key>/mark/", marking.mark, name="unit-mark"),
    path("units/<uuid:key>/place/", marking.place, name="unit-place"),
    path("courses/<uuid:key>/continue/", marking.go_on, name="course-continue"),
]
