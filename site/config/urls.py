"""Routes. Apps are named by dotted string only; pages answer what nobody else does."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", include("operations.urls")),
    path("dev/mail/", include("mail.box_urls")),
    path("admin/", include("accounts.staff.urls")),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include("wagtail.admin.urls")),
    path("", include("content.downloads.urls")),
    path("", include("forums.attachments.urls")),
    path("", include("content.covers.urls")),
    path("", include("content.syndication.urls")),
    path("", include("content.cards.urls")),
    path("", include("certificates.root_urls")),
]

urlpatterns += [path("account/social/", include("accounts.entrance.social_urls"))]  # one address, told to the other houses

urlpatterns += i18n_patterns(
    path("account/", include("accounts.urls")),
    path("mail/", include("mail.urls")),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("", include("content.videos.urls")),
    path("", include("content.search.urls")),
    path("", include("content.syndication.feed_urls")),
    path("forums/", include("forums.urls")),
    path("learning/", include("courses.urls")),
    path("teaching/", include("courses.staff_urls")),
    path("", include("certificates.urls")),
    path("teaching/", include("certificates.staff_urls")),
    path("", include("content.pages.urls")),
    path("", include("wagtail.urls")),
)

handler500 = "config.errors.broken"
