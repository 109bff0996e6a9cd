"""Keeping what search knows in step with what is read."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.finding.models import PostWord
from forums.finding.wording import READ, plain, stems_of

LATELY = timedelta(days=2)


def index_post(*, post_id: int) -> int:
    """Read a post again, the first of a topic with its title. Returns its stems; 0 where others do not read it."""
    post = Post.objects.select_related("topic").filter(pk=post_id, state=State.PUBLISHED).first()
    if post is None:
        return forget_post(post_id=post_id)
    title = f"{post.topic.title}\n" if post.place == 1 else ""
    stems = stems_of(title + plain(post.html), post.language) | {READ}
    with transaction.atomic():
        if not Post.objects.select_for_update().filter(pk=post_id, state=State.PUBLISHED).exists():
            return forget_post(post_id=post_id)  # taken down while it was read
        known = set(PostWord.objects.filter(post=post_id).values_list("stem", flat=True))
        PostWord.objects.filter(post=post_id, stem__in=known - stems).delete()
        PostWord.objects.bulk_create([PostWord(post_id=post_id, stem=stem) for stem in sorted(stems - known)], ignore_conflicts=True)
    return len(stems)


def forget_post(*, post_id: int) -> int:
    """Forget the words of a post. Returns 0, as many as it has now."""
    PostWord.objects.filter(post=post_id).delete()
    return 0


def catch_up(*, now: datetime, limit: int = 200) -> int:
    """Read posts of the last days that search does not know, or knows in an older way. Returns how many."""
    known = PostWord.objects.filter(post=OuterRef("pk"), stem=READ)
    lately = Post.objects.published().filter(~Exists(known), published_at__gte=now - LATELY)
    missing = list(lately.order_by("-published_at", "-pk").values_list("pk", flat=True)[:limit])
    for post_id in missing:
        index_post(post_id=post_id)
    return len(missing)
