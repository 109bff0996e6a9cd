"""Routes for readers, under a language."""

from django.urls import path

from . import views

urlpatterns = [path("stop/<str:token>/", views.stop, name="mail-stop")]
