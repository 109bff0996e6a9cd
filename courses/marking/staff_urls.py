"""Quizzes: routes under /<language>/teaching/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
