"""The addresses that stand on papers, for ever and in no language; and the file that proves papers without a network."""

from django.urls import path

from certificates.verification import views

urlpatterns = [
    path("verify/", views.elsewhere, name="verify-plain"),
    path("verify/offline/", views.offline, name="verify-offline"),
    path("verify/<str:number>/", views.elsewhere, name="verify-number-plain"),
]
