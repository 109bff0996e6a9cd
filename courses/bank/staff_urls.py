"""The bank of questions: routes under /<language>/teaching/."""

from django.urls import path

from courses.bank import views

urlpatterns = [
    path("questions/", views.questions, name="questions"),
    path("questions/new/", views.question_new, name="question-new"),
    path("questions/import/", views.questions_import, name="questions-import"),
    path("questions/export/", views.questions_export, name="questions-export"),
    path("questions/<uuid:uid>/", views.question, name="bank-question"),
    path("questions/<uuid:uid>/retire/", views.question_retire, name="question-retire"),
    path("questions/<uuid:uid>/words/<str:language>/", views.question_edit, name="question-edit"),
]
