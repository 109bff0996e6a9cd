"""The translation board: routes under /<language>/translations/."""

from django.urls import path

from content.translations import views

urlpatterns = [
    path("translations/", views.board, name="translations"),
    path("translations/<uuid:key>/whole/", views.translations_whole, name="translations-whole"),
    path("translations/<uuid:key>/<str:language>/begin/", views.translation_begin, name="translations-begin"),
    path("translations/<uuid:key>/<str:language>/confirm/", views.translation_confirm, name="translations-confirm"),
]
