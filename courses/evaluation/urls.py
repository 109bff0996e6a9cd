"""Evaluation: routes under /<language>/learning/."""

from django.urls import path

from courses.evaluation import views

urlpatterns = [path("editions/<uuid:uid>/evaluation/", views.evaluation_page, name="evaluation")]
