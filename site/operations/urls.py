"""Routes of the operator's storey: outside the languages, for machines."""

from django.urls import path

from operations.health.views import Alive, Ready

urlpatterns = [
    path("healthz", Alive.as_view(), name="alive"),
    path("readyz", Ready.as_view(), name="ready"),
]
