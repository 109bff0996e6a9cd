"""Contributing: routes under /<language>/library/contribute/."""

from django.urls import path

from content.filling.views import files, listing, people, sending, writing

urlpatterns = [
    path("", listing.contributions, name="contributions"),
    path("filled/", listing.contribution_filled, name="contribution-filled"),
    path("join/<str:token>/", people.contribution_join, name="contribution-join"),
    path("<uuid:uid>/", writing.contribution, name="contribution"),
    path("<uuid:uid>/part/<slug:name>/", writing.contribution_part, name="contribution-part"),
    path("<uuid:uid>/leftovers/", writing.contribution_leftovers, name="contribution-leftovers"),
    path("<uuid:uid>/remarks/<uuid:remark>/", writing.contribution_remark, name="contribution-remark"),
    path("<uuid:uid>/files/", files.contribution_files, name="contribution-files"),
    path("<uuid:uid>/files/<uuid:upload>/remove/", files.contribution_file_remove, name="contribution-file-remove"),
    path("<uuid:uid>/people/", people.contribution_people, name="contribution-people"),
    path("<uuid:uid>/people/<uuid:person>/remove/", people.contribution_person_remove, name="contribution-person-remove"),
    path("<uuid:uid>/send/", sending.contribution_send, name="contribution-send"),
    path("<uuid:uid>/take-back/", sending.contribution_take_back, name="contribution-take-back"),
    path("<uuid:uid>/delete/", sending.contribution_delete, name="contribution-delete"),
    path("<uuid:uid>/withdraw/", sending.contribution_withdraw, name="contribution-withdraw"),
]
