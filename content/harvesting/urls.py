"""Where harvesters ask: one address, in no language."""

from django.urls import path

from content.harvesting.views import oai

urlpatterns = [path("oai/", oai, name="oai")]
