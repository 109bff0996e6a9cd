"""Quizzes: routes under /<language>/teaching/."""

from django.urls import path

from courses.marking import views

urlpatterns = [
    path("quizzes/<uuid:key>/", views.quiz_items, name="quiz-items"),
    path("quizzes/<uuid:key>/figures/", views.quiz_figures, name="quiz-figures"),
    path("enrolments/<uuid:uid>/attempts/", views.learner_attempts, name="learner-attempts"),
    path("attempts/<uuid:uid>/", views.read_attempt, name="read-attempt"),
    path("questions/<uuid:uid>/regrade/", views.question_regrade, name="question-regrade"),
]
