"""A post is changed."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from content.markup.rendering import render
from forums.discussions.choices import Source
from forums.discussions.models import Post, Revision, Topic
from forums.discussions.signals import post_edited, post_language_said
from forums.discussions.typed import keepable

_STRENGTH = {source: rank for rank, source in enumerate(Source)}


def edit_post(*, post: Post, text: str, by: User | None, now: datetime, title: str = "") -> bool:
    """Give a post another text, and its topic another title where one is given and this is its first post. Returns whether it changed.

    The old text stays as a revision. `by`: None for a guest.
    """
    text = keepable(text)
    rendered = render(text)
    with transaction.atomic():
        held = Post.objects.select_for_update().get(pk=post.pk)
        is_renamed = bool(title) and held.place in (1, None) and title != post.topic.title
        if is_renamed:
            Topic.objects.filter(pk=post.topic_id).update(title=title)
            post.topic.title = title
        if held.text == text:
            if is_renamed:
                post_edited.send(sender=Post, post=post, now=now)
            return is_renamed
        Revision.objects.create(post=post, text=held.text, replaced_at=now, replaced_by=by)
        post.text, post.html, post.html_version, post.edited_at = text, rendered.html, rendered.version, now
        post.save(update_fields=["text", "html", "html_version", "edited_at"])
        post_edited.send(sender=Post, post=post, now=now)
    return True


@transaction.atomic
def say_language(*, post: Post, language: str, source: Source) -> bool:
    """Say in which language a post is. Returns False, and changes nothing, where somebody said so with more right."""
    weaker = [name for name in Source if _STRENGTH[name] <= _STRENGTH[source]]
    changed = Post.objects.filter(pk=post.pk, language_source__in=weaker).update(language=language, language_source=source)
    if changed:
        is_other = post.language != language
        post.language, post.language_source = language, source
        if is_other:
            post_language_said.send(sender=Post, post=post)
    return bool(changed)
