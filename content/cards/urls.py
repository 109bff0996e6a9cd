"""Route of the cards."""

from django.urls import path

from content.cards.views import share_card

urlpatterns = [path("card/<slug:language>/<uuid:key>.png", share_card, name="card")]
