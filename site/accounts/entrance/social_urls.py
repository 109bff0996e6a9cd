"""Where other houses lead back to: one address each, without a language, as it is told to them."""

from django.urls import path

from . import social_views as views

urlpatterns = [path(f"{house}/callback/", views.social_callback, {"house": house}, name=f"{house}_callback") for house in views.CALLBACKS]
