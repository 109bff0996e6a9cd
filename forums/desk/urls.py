"""Routes of the desk, among those of the forums."""

from django.urls import path

from forums.desk import views

urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("suspended/", views.suspended, name="suspended"),
    path("decisions/", views.my_decisions, name="my-decisions"),
    path("decisions/<uuid:uid>/undo/", views.decision_undo, name="decision-undo"),
    path("people/<uuid:uid>/release/", views.person_release, name="person-release"),
    path("posts/<uuid:uid>/case/", views.post_case, name="post-case"),
    path("posts/<uuid:uid>/decide/", views.post_decide, name="post-decide"),
    path("posts/<uuid:uid>/amend/", views.post_amend, name="post-amend"),
    path("posts/<uuid:uid>/suspend/", views.post_suspend, name="post-suspend"),
    path("topics/<uuid:uid>/tend/", views.topic_tend, name="topic-tend"),
    path("topics/<uuid:uid>/move/", views.topic_move, name="topic-move"),
    path("topics/<uuid:uid>/merge/", views.topic_merge, name="topic-merge"),
    path("topics/<uuid:uid>/split/", views.topic_split, name="topic-split"),
]
