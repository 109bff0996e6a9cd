"""Quizzes: routes under /<language>/learning/."""

from django.urls import path

from courses.sitting import views

urlpatterns = [
    path("quizzes/<uuid:key>/start/", views.quiz_start, name="quiz-start"),
    path("attempts/<uuid:uid>/", views.attempt, name="attempt"),
    path("attempts/<uuid:uid>/<int:place>/", views.step, name="attempt-step"),
    path("attempts/<uuid:uid>/hand-in/", views.hand_in, name="attempt-hand-in"),
]
