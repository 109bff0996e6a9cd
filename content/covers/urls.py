"""Routes of the drawings; their addresses are bounded, so nobody can make the site draw without end."""

from django.urls import re_path

from content.covers import views
from content.covers.links import KEY, STRIPS

urlpatterns = [
    re_path(rf"^cover/(?P<key>{KEY})\.svg$", views.cover, name="cover"),
    re_path(rf"^cover/cloth/(?P<keys>{STRIPS})\.svg$", views.course_cloth, name="cloth"),
]
