"""Which mail a mail answers, for each reader: ids follow from post and reader, so they are known whether or not that mail was written."""

from uuid import UUID, uuid5

from forums.discussions.models import Post
from forums.subscriptions.followers import Follower
from mail.queries import list_id_of, message_id_of

SPACE = UUID("6f1d3c1e-8a5b-5a0e-9c55-2d9f3c1b7a10")


def mail_uid(post_uid: UUID, follower: Follower) -> UUID:
    """Return the id of the mail that tells this person of this post: always the same, so that it can never be written twice."""
    return uuid5(SPACE, f"{post_uid} {follower.uid}")


def headers_of(posts: list[Post], follower: Follower) -> dict[str, str]:
    """Return the headers of a mail about these posts, the oldest first: its list, and for posts of one topic where it stands in its thread.

    A reply answers the post that it answers, else the first of the topic; the first is always named, so that a thread holds together
    where mails between were never written.
    """
    topics, forums = {post.topic_id for post in posts}, {post.topic.forum.uid.hex for post in posts}
    name = f"{forums.pop()}.forums" if len(forums) == 1 else "forums"
    headers = {"List-Id": list_id_of(name), "Precedence": "list", "X-Auto-Response-Suppress": "All"}
    if len(topics) > 1 or posts[0].place == 1:
        return headers
    post = posts[0]
    first = Post.objects.filter(topic=post.topic_id, place=1).values_list("uid", flat=True).first() or post.topic.uid
    above = list(dict.fromkeys([first, *([post.parent.uid] if post.parent else [])]))
    ids = [message_id_of(mail_uid(uid, follower)) for uid in above]
    return {**headers, "In-Reply-To": ids[-1], "References": " ".join(ids)}
