"""The last route: pages, under the name that Wagtail makes their addresses with."""

from django.urls import re_path
from wagtail.urls import serve_pattern

from content.pages.views import page_route

urlpatterns = [re_path(serve_pattern, page_route, name="wagtail_serve")]
