"""Certificates for those who run editions: routes under /<language>/teaching/."""

from django.urls import path

from certificates.desk import views

HERE = "editions/<uuid:uid>/certificates/"

urlpatterns = [
    path("certificates/", views.all_figures, name="certificates-figures-all"),
    path(HERE, views.desk, name="certificates-desk"),
    path(f"{HERE}list.csv", views.table, name="certificates-csv"),
    path(f"{HERE}zip/", views.bundle_ask, name="certificates-zip"),
    path(f"{HERE}zip/<uuid:bundle_uid>.zip", views.bundle_file, name="certificates-zip-file"),
    path(f"{HERE}figures/", views.edition_figures, name="certificates-figures"),
    path(f"{HERE}give/", views.give, name="certificates-give"),
    path(f"{HERE}all/<slug:verb>/", views.decide_all, name="certificates-all"),
    path(f"{HERE}<uuid:award_uid>/", views.award, name="certificates-award"),
    path(f"{HERE}<uuid:award_uid>/correction/", views.answer, name="certificates-answer"),
    path(f"{HERE}<uuid:award_uid>/revoke/", views.revoke_one, name="certificates-revoke"),
    path(f"{HERE}<uuid:award_uid>/<slug:verb>/", views.decide_one, name="certificates-decide"),
]
