"""A learner's own screens: routes under /<language>/learning/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
