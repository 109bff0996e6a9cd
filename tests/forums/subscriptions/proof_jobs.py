"""Jobs of the proofs: somebody begins a topic, a crowd follows it, somebody replies."""

from django_tasks import task

from forums.discussions.models import Topic
from forums.guests.models import Guest
from forums.subscriptions.choices import Rhythm
from forums.subscriptions.models import Subscription
from tests.factories.forums import NOW, general_forum, reply_in, topic_in


@task()
def begin() -> None:
    """Begin a topic, which nobody follows yet."""
    topic_in(general_forum())


@task()
def gather(number: int) -> None:
    """Let so many guests follow the topic, and reply in it."""
    topic = Topic.objects.select_related("forum", "author").get()
    common = {"accepted_at": NOW, "of_age_at": NOW, "created_at": NOW, "confirmed_at": NOW, "language": "pt"}
    guests = [Guest(email=f"reader{n}@example.org", name=f"Reader {n}", **common) for n in range(number)]
    Guest.objects.bulk_create(guests)
    Subscription.objects.bulk_create([Subscription(guest=guest, topic=topic, rhythm=Rhythm.AT_ONCE, made_at=NOW) for guest in guests])
    reply_in(topic, topic.author)
