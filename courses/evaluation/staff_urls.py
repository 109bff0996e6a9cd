"""Evaluation: routes under /<language>/teaching/."""

from django.urls import path

from courses.evaluation import views

HERE = "editions/<uuid:uid>/evaluation"

urlpatterns = [
    path(f"{HERE}/", views.evaluation_figures, name="evaluation-figures"),
    path(f"{HERE}/edit/", views.evaluation_edit, name="evaluation-edit"),
    path(f"{HERE}.csv", views.evaluation_csv, name="evaluation-csv"),
]
