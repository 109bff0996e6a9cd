"""What is counted is counted anew."""

from django.db import transaction
from django.db.models import Count, Max

from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic


@transaction.atomic
def recount(*, forum: Forum) -> int:
    """Count topics and posts of a forum anew from its posts. Returns how many numbers were wrong."""
    wrong = 0
    published = Post.objects.filter(topic__forum=forum, state=State.PUBLISHED)
    counted = {row["topic"]: row for row in published.order_by().values("topic").annotate(posts=Count("pk"), newest=Max("published_at"))}
    places = dict(Post.objects.filter(topic__forum=forum).order_by().values_list("topic").annotate(Max("place")))
    for topic in Topic.objects.select_for_update().filter(forum=forum):
        row = counted.get(topic.pk, {"posts": 0, "newest": None})
        true = (row["posts"], max(places.get(topic.pk) or 0, topic.last_place))
        if (topic.posts_count, topic.last_place) != true:
            wrong += 1
            topic.posts_count, topic.last_place = int(true[0] or 0), true[1]
            topic.save(update_fields=["posts_count", "last_place"])
    true_forum = (Topic.objects.published().filter(forum=forum).count(), published.count())
    held = Forum.objects.select_for_update().get(pk=forum.pk)
    if (held.topics_count, held.posts_count) != true_forum:
        wrong += 1
        Forum.objects.filter(pk=forum.pk).update(topics_count=true_forum[0], posts_count=true_forum[1])
    return wrong
