"""Where files of posts are handed out: one address in every language."""

from django.urls import path

from forums.attachments.views import attachment

urlpatterns = [path("files/posts/<uuid:uid>.<slug:extension>", attachment, name="attachment")]
