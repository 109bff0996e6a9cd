"""The reviewers' screens: routes under /<language>/library/reviews/."""

from django.urls import path

from content.judging import views

urlpatterns = [
    path("library/reviews/", views.reviews, name="reviews"),
    path("library/reviews/<uuid:key>/", views.review, name="review"),
    path("library/reviews/<uuid:key>/<str:language>/", views.review, name="review-in"),
]
