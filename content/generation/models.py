"""A number that grows whenever something that every page shows has changed."""

from django.db import models


class Generation(models.Model):
    """The one row whose number is part of every cache key of the frame; raised in the transaction of the change."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_generation")]

    def __str__(self) -> str:
        return str(self.number)
