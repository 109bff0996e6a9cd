"""Verifying, under each language."""

from django.urls import path

from certificates.verification import views

urlpatterns = [
    path("verify/", views.verify, name="verify"),
    path("verify/<str:number>/", views.verify_number, name="verify-number"),
]
