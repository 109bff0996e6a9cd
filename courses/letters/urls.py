"""Letters: routes under /<language>/learning/."""

from django.urls import path

from courses.letters import views

urlpatterns = [path("letters/", views.letters, name="learning-letters")]
