"""Routes of the forums, under each language."""

from django.urls import include, path

from forums.alarms import views as alarms
from forums.drafts import views as drafts
from forums.keeping import views as keeping
from forums.languages import views as languages
from forums.reading import views as reading
from forums.writing import views as writing

urlpatterns = [
    path("", include("forums.desk.urls")),
    path("", include("forums.finding.urls")),
    path("", include("forums.feeds.urls")),
    path("", reading.forums, name="forums"),
    path("<uuid:uid>/", reading.forum, name="forum"),
    path("<uuid:uid>/new/", writing.topic_new, name="topic-new"),
    path("<uuid:uid>/export/json/", keeping.forum_export, {"kind": "json"}, name="forum-export-json"),
    path("<uuid:uid>/export/html/", keeping.forum_export, {"kind": "html"}, name="forum-export-html"),
    path("guests/", include("forums.guestbook.urls")),
    path("", include("forums.subscriptions.urls")),
    path("", include("forums.letters.urls")),
    path("topics/<uuid:uid>/", reading.topic, name="topic"),
    path("<uuid:uid>/draft/", drafts.draft_of_topic, name="topic-draft"),
    path("topics/<uuid:uid>/draft/", drafts.draft_of_reply, name="reply-draft"),
    path("topics/<uuid:uid>/reply/", writing.topic_reply, name="topic-reply"),
    path("posts/<uuid:uid>/", reading.post, name="post"),
    path("posts/<uuid:uid>/edit/", writing.post_edit, name="post-edit"),
    path("posts/<uuid:uid>/delete/", writing.post_delete, name="post-delete"),
    path("posts/<uuid:uid>/history/", writing.post_history, name="post-history"),
    path("posts/<uuid:uid>/useful/", writing.post_useful, name="post-useful"),
    path("posts/<uuid:uid>/language/", languages.post_language, name="post-language"),
    path("posts/<uuid:uid>/report/", alarms.post_report, name="post-report"),
    path("posts/<uuid:uid>/accept/", writing.post_accept, name="post-accept"),
]
