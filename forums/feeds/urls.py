"""The feeds, under each language."""

from django.urls import path

from forums.feeds.views import forum_feed, topic_feed

urlpatterns = [
    path("<uuid:uid>/feed/", forum_feed, name="forum-feed"),
    path("topics/<uuid:uid>/feed/", topic_feed, name="topic-feed"),
]
