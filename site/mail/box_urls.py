"""Routes of the box, outside any language."""

from django.urls import path

from . import box

urlpatterns = [
    path("", box.mails, name="mail-box"),
    path("<uuid:uid>/", box.mail, name="mail-box-message"),
    path("<uuid:uid>/page/", box.mail_page, name="mail-box-page"),
]
