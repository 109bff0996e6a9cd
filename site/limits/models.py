"""One row is one count: of one thing, by one person or address, since a moment."""

from django.db import models


class Counter(models.Model):
    """How often something was tried under a key in the window that ends at `ends_at`.

    `key` is a keyed hash: addresses of people and machines are not kept. `free_at` is when the next try may come
    where tries are slowed by growing pauses. A row whose window has ended counts for nothing and is swept away.
    """

    name = models.CharField(max_length=50)
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)
    free_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="one_count_for_a_name_and_key")]

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"
