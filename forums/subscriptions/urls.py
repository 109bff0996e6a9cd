"""Routes of what one follows, under the forums."""

from django.urls import path

from forums.subscriptions import views

urlpatterns = [
    path("topics/<uuid:uid>/follow/", views.topic_follow, name="topic-follow"),
    path("<uuid:uid>/follow/", views.forum_follow, name="forum-follow"),
    path("subscriptions/", views.subscriptions, name="subscriptions"),
    path("subscriptions/<uuid:uid>/", views.subscription, name="subscription"),
    path("news/", views.news, name="news"),
    path("news/seen/", views.news_seen, name="news-seen"),
]
