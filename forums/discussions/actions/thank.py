"""A post is of use to somebody."""

from django.db import transaction
from django.db.models import F

from accounts.models import User
from forums.discussions.models import Post, Useful


@transaction.atomic
def mark_useful(*, post: Post, user: User, is_useful: bool) -> bool:
    """Note that a post is useful to a member, or no longer. Returns whether that is new; the count follows."""
    if is_useful:
        changed = Useful.objects.get_or_create(post=post, user=user)[1]
    else:
        changed = bool(Useful.objects.filter(post=post, user=user).delete()[0])
    if changed:
        Post.objects.filter(pk=post.pk).update(useful_count=F("useful_count") + (1 if is_useful else -1))
    return changed
