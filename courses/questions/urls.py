"""The bank: routes under /<language>/learning/."""

from django.urls import path

from courses.questions import views

urlpatterns = [path("pictures/<uuid:uid>/", views.question_picture, name="question-picture")]
