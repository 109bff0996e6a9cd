"""The route that mails bear, under the forums."""

from django.urls import path

from forums.letters import views

urlpatterns = [path("news/stop/<str:token>/", views.news_stop, name="news-stop")]
