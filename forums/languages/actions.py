"""A post's language is found in its text, or said by people."""

from django.db import transaction
from django.db.models import Count

from accounts.models import User
from forums.discussions.actions import say_language
from forums.discussions.choices import Source
from forums.discussions.models import Post
from forums.languages.models import LanguageVote
from forums.languages.queries import told_by

READERS = 3  # who agree change a language


def find_language(*, post: Post) -> bool:
    """Look at the text of a post for its language; what was supposed stands where the text does not tell. Returns whether it told.

    A language that the site does not have leaves the post undetermined. What people said is never overruled.
    """
    language, is_sure = told_by(post.text, post.language)
    return is_sure and say_language(post=post, language=language, source=Source.FOUND)


@transaction.atomic
def vote(*, post: Post, user: User, language: str) -> bool:
    """Note what a reader says about a post's language; returns whether that changed it. One word a reader, her last.

    It changes once `READERS` agree and are more than those who agree on any other.
    """
    LanguageVote.objects.update_or_create(post=post, user=user, defaults={"language": language})
    said = post.language_votes.values("language").annotate(readers=Count("pk")).order_by("-readers", "language")
    first, *others = said[:2]
    if first["readers"] < READERS or (others and others[0]["readers"] == first["readers"]):
        return False
    before = post.language
    return say_language(post=post, language=first["language"], source=Source.READERS) and post.language != before
