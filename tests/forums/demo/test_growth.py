"""Invented topics and posts: as many as wanted, once, with true counters; and a big forum costs what a small one does."""

import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from forums.boards.models import Forum
from forums.demo.growth import grow_posts, grow_topics
from forums.discussions.actions import recount
from forums.discussions.models import Post, Topic
from tests.factories.accounts import PersonFactory
from tests.factories.content import site_tree
from tests.factories.forums import NOW, general_forum, reply_in, topic_in

TIMES = 25


def quiet(_text):
    return None


@pytest.mark.django_db
def test_it_grows_to_a_number_and_no_further():
    assert grow_topics(3, NOW, quiet) == 3
    assert grow_topics(3, NOW, quiet) == 0
    assert grow_topics(5, NOW, quiet) == 2
    assert grow_posts(25, NOW, quiet) == 25
    assert grow_posts(20, NOW, quiet) == 0
    assert Topic.objects.filter(forum__slug="growth-topics").count() == 5
    assert list(Post.objects.filter(topic__forum__slug="growth-posts").values_list("place", flat=True).order_by("place")) == list(
        range(1, 26)
    )
    assert sum(recount(forum=forum) for forum in Forum.objects.all()) == 0


@pytest.mark.django_db
def test_the_command_says_what_can_grow_and_refuses_the_rest(settings):
    said = StringIO()
    call_command("grow", stdout=said)
    assert "topics: topics in one forum" in said.getvalue()
    call_command("grow", "posts=3", "--dry-run", stdout=said)
    assert "would grow to 3" in said.getvalue()
    assert not Post.objects.exists()
    for wrong in ("x=3", "posts", "posts=-1", "posts=٣", "posts=1e9"):
        with pytest.raises(CommandError):
            call_command("grow", wrong, stdout=said)
    call_command("grow", "posts=3", stdout=said)
    assert Post.objects.count() == 3
    settings.IS_DEMO_ALLOWED = False
    with pytest.raises(CommandError):
        call_command("grow", "posts=4", stdout=said)


def milliseconds(client, paths):
    """Return the shortest of some answers' times for each path, asked in turn so that what else the machine does falls on all alike."""
    times = {path: [] for path in paths}
    for _ in range(TIMES):
        for path in paths:
            began = time.perf_counter()
            assert client.get(path).status_code == 200
            times[path].append((time.perf_counter() - began) * 1000)
    return [min(times[path]) for path in paths]


def queries(client, path):
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return len(asked)


@pytest.mark.prove
@pytest.mark.django_db
def test_a_million_topics_and_a_hundred_thousand_posts_cost_what_a_few_do():
    """Run on PostgreSQL for the figures of the house (`DATABASE_URL=… make prove`)."""
    site_tree()
    small = topic_in(general_forum())
    for _ in range(29):
        reply_in(small)
    for _ in range(30):
        topic_in(small.forum)
    began = time.monotonic()
    grow_posts(100_000, NOW, print)
    grow_topics(1_000_000, NOW, print)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"\n{connection.vendor}: grown in {time.monotonic() - began:.0f} s")
    big = Topic.objects.get(forum__slug="growth-posts")
    many = Forum.objects.get(slug="growth-topics")
    middle = Topic.objects.filter(forum=many).in_order()[500_000]
    word = f"0-{int(middle.last_post_at.timestamp() * 1_000_000)}-{middle.pk}"
    pairs = {
        "last page of a topic": (f"/pt/forums/topics/{small.uid}/?page=2", f"/pt/forums/topics/{big.uid}/?page=5000"),
        "list of topics": (f"/pt/forums/{small.forum.uid}/", f"/pt/forums/{many.uid}/"),
        "the list's middle": (f"/pt/forums/{small.forum.uid}/", f"/pt/forums/{many.uid}/?after={word}"),
    }
    member = Client()
    member.force_login(PersonFactory())
    for who, client in (("stranger", Client()), ("member", member)):
        for name, (few, lots) in pairs.items():
            for path in (few, lots):
                client.get(path)
            little, much = milliseconds(client, (few, lots))
            asked, asked_much = queries(client, few), queries(client, lots)
            print(f"  {who}, {name}: {little:.1f} ms, grown {much:.1f} ms, {much / little:.2f} times; {asked} and {asked_much} queries")
            assert asked_much <= asked
            assert much <= 1.5 * little + 1
