"""Routes of the door: only those that are used, under allauth's names."""

from allauth.account import views as allauth
from django.urls import path, re_path

from . import social_views, views

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("login/code/", views.SignIn.as_view(), name="account_request_login_code"),
    path("login/code/confirm/", views.SignInCode.as_view(), name="account_confirm_login_code"),
    path("login/other/", views.other_way, name="account_other_way"),
    path("logout/", allauth.logout, name="account_logout"),
    path("social/", social_views.SocialAccounts.as_view(), name="socialaccount_connections"),
    path("social/signup/", social_views.SocialSignUp.as_view(), name="socialaccount_signup"),
    path("social/join/", social_views.social_join, name="account_social_join"),
    path("social/<slug:house>/", social_views.social_begin, name="account_social"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("signup/", views.SignUp.as_view(), name="account_signup"),
    path("confirm-email/", views.ConfirmAddress.as_view(), name="account_email_verification_sent"),
    path("email/", views.ChangeAddress.as_view(), name="account_email"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/set/", allauth.password_set, name="account_set_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9a-f]{32})-(?P<key>[-\w]{1,200})/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
