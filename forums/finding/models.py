"""One row is one word of one post."""

from django.db import models

from forums.discussions.models import Post


class PostWord(models.Model):
    """A published post has a word that is equal to this stem. Each post that was read has one more, which names the way of reading."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="words")
    stem = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stem", "post"], name="a_post_has_a_stem_once")]

    def __str__(self) -> str:
        return f"{self.stem}: {self.post_id}"
