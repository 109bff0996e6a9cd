"""Hundreds of strings that attack, written as posts: wherever they are shown, a browser without any policy finds nothing to run."""

from html import escape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from content.markup.allowed import ATTRIBUTES, REL, TAGS
from content.markup.rendering import render
from forums.discussions.models import Post
from forums.keeping.queries import head_of, topics_of
from forums.keeping.writing import as_html
from forums.letters.actions import mail_due
from forums.subscriptions.actions import subscribe
from forums.subscriptions.choices import Rhythm
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.content import site_tree
from tests.factories.forums import NOW, general_forum, later, reply_in, topic_in
from tests.factories.hostile import every

TRAP = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"]) window[name] = () => window.ran.push(name) && null;
window.addEventListener("submit", (event) => event.preventDefault());
"""
TOUCH = """() => {
  const kinds = ["click", "mouseover", "mouseenter", "pointerover", "focus", "blur", "focusin", "copy", "paste", "contextmenu", "wheel",
    "auxclick", "scroll", "animationstart", "animationend", "transitionend", "keydown", "input", "toggle", "dragstart", "submit", "load",
    "error"];
  let touched = 0;
  const leads = (event) => /^(https?|mailto):/.test(event.target.closest?.("a")?.href ?? "") && event.preventDefault();
  document.addEventListener("click", leads, true);
  for (const element of document.querySelectorAll("body *")) {
    touched += 1;
    for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
  }
  return touched;
}"""
STRINGS = every()


class Inside(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def faults(html: str) -> list[str]:
    """Return what is in the HTML of a post and not on the one allow-list."""
    wrong = []
    for tag, attributes in Inside(html).found:
        if tag not in TAGS:
            wrong.append(tag)
        for name, value in attributes.items():
            if name == "rel" and value == REL:
                continue
            if name not in ATTRIBUTES.get(tag, ()):
                wrong.append(f"{tag} {name}")
            if name == "href" and not value.startswith(("http://", "https://", "mailto:", "/", "#")):
                wrong.append(f"href {value}")
            if name == "href" and value.startswith(("//", "/\\")):
                wrong.append(f"href {value}")
    return wrong


def test_there_are_at_least_five_hundred():
    print(f"{len(STRINGS)} hostile strings")
    assert len(STRINGS) >= 500


def test_nothing_but_the_allow_list_is_left_of_any():
    assert {text: wrong for text in STRINGS if (wrong := faults(render(text).html))} == {}


@pytest.fixture
def written(db):
    """Every string as a post; returns the topic."""
    site_tree()
    topic = topic_in(general_forum(), PersonFactory(name="<img src=x onerror=alert(1)>"), title='"><svg onload=alert(1)>')
    writer = PersonFactory(name="'\"><script>alert(1)</script>")
    for text in STRINGS:
        reply_in(topic, writer, text=text)
    return topic


def surfaces(client, topic, person):
    """Yield name and HTML of each place that shows what people wrote."""
    pages = (topic.last_place - 1) // 20 + 1
    for page in range(1, pages + 1):
        yield f"page {page}", client.get(f"/pt/forums/topics/{topic.uid}/?page={page}").text
    yield "list", client.get(f"/pt/forums/{topic.forum.uid}/").text
    yield "search", client.get("/pt/forums/search/?q=alert").text
    for number, entry in enumerate(contents(client.get(f"/pt/forums/topics/{topic.uid}/feed/").content)):
        yield f"feed {number}", entry
    for number, mail in enumerate(mails(topic)):
        yield f"mail {number}", mail
    yield "export", "".join(as_html(head_of(topic.forum, topic.forum.title, NOW), topics_of(topic.forum), "pt"))
    client.force_login(person)
    for number in range(0, len(STRINGS), 60):
        text = "\n\n".join(STRINGS[number : number + 60]).replace("\0", "")[:19_000]
        data = {"text": text, "language": "", "token": "4e969c06-2748-4d71-9581-0af04fa562d5", "preview": "1"}
        answer = client.post(f"/pt/forums/topics/{topic.uid}/reply/", data)
        assert answer.status_code == 200
        yield f"preview {number}", answer.text


def contents(feed: bytes) -> list[str]:
    """Return title and HTML of each entry of an Atom feed, as a reader's program takes them out of the XML."""
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ElementTree.fromstring(feed).iter(f"{atom}entry")  # noqa: S314 - our own feed
    return [f"<h1>{escape(entry.findtext(f'{atom}title'))}</h1>{entry.findtext(f'{atom}content')}" for entry in entries]


def mails(topic) -> list[str]:
    """Have every string told to somebody who follows a topic, some dozens in one post; return the HTML of her mails."""
    reader, writer = PersonFactory(), PersonFactory(name="'\"><script>alert(1)</script>")
    told = topic_in(topic.forum, writer, title='"><svg onload=alert(1)>')
    subscribe(follower=reader, topic=told, rhythm=Rhythm.AT_ONCE, now=NOW)
    for number in range(0, len(STRINGS), 4):
        reply_in(told, writer, text="\n\n".join(STRINGS[number : number + 4]), now=later(number))
        mail_due(now=later(number))
    found = list(Message.objects.filter(to=reader.email).values_list("html", flat=True))
    assert len(found) >= len(STRINGS) // 4
    return found


@pytest.mark.django_db
def test_in_a_browser_without_any_policy_nothing_runs_and_nobody_is_called(chrome, client, written):
    written.refresh_from_db()
    context = chrome.new_context(java_script_enabled=True)
    context.add_init_script(TRAP)
    called, dialogs = [], []
    context.route("**/*", lambda route: (called.append(route.request.url), route.abort()))
    page = context.new_page()
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    touched = shown = 0
    for name, html in surfaces(client, written, Post.objects.filter(topic=written).last().author):
        page.set_content(html, wait_until="domcontentloaded")
        touched += page.evaluate(TOUCH)
        shown += 1
        assert page.evaluate("window.ran") == [], name
        handlers = "e => [...e.attributes].some(a => a.name.startsWith('on') || /^\\s*(javascript|data|vbscript):/i.test(a.value))"
        assert page.evaluate(f"[...document.querySelectorAll('*')].filter({handlers}).map(e => e.outerHTML.slice(0, 200))") == [], name
    context.close()
    print(f"{len(STRINGS)} strings on {shown} pages, {touched} elements touched")
    assert dialogs == []
    assert [url for url in called if "evil" in url] == []
