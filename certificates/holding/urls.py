"""A holder's own screens: routes under /<language>/certificates/."""

from django.urls import path

from certificates.holding import views

urlpatterns = [
    path("", views.certificates, name="certificates"),
    path("name/", views.name, name="certificate-own-name"),
    path("name/preview.png", views.name_preview, name="certificate-own-name-preview"),
    path("name/<uuid:uid>/", views.name, name="certificate-name"),
    path("name/<uuid:uid>/preview.png", views.name_preview, name="certificate-name-preview"),
    path("shared/<str:token>/", views.shared_certificate, name="certificate-shared"),
    path("shared/<str:token>/certificate.pdf", views.shared_paper, name="certificate-shared-paper"),
    path("<str:number>/", views.certificate, name="certificate"),
    path("<str:number>/certificate.pdf", views.paper, name="certificate-paper"),
    path("<str:number>/share/", views.share_link, name="certificate-share"),
    path("<str:number>/languages/", views.languages, name="certificate-languages"),
    path("<str:number>/correct/", views.correct, name="certificate-correct"),
]
