"""One row is what one reader says about the language of one post."""

from django.db import models

from accounts.models import User
from forums.discussions.models import Post


class LanguageVote(models.Model):
    """A reader says that a post is in this language; three who agree change it."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="language_votes")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "user"], name="a_reader_has_one_word_on_a_language")]

    def __str__(self) -> str:
        return f"{self.post_id} {self.language}"
