"""Documents and pictures: handed to those who may read a page that uses them."""

import pytest

from content.downloads.rules import can_fetch, fetchable_by
from content.media.models import Paper
from content.pages.models import ArticlePage
from tests.content.conftest import published


def using(tree, *, paper=None, picture=None, under=None, title="User"):
    body = []
    if paper:
        body.append(("paper", {"paper": paper, "title": ""}))
    if picture:
        body.append(("picture", {"picture": picture, "alt": "x", "is_decorative": False, "caption": ""}))
    page = ArticlePage(title=title, slug=title.lower(), locale=tree.homes["pt"].locale, body=body)
    return published(under or tree.homes["pt"], page)


def sent(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_document_of_an_open_page_is_downloaded_by_anybody_and_runs_nothing(client, tree, new_paper):
    paper = new_paper()
    using(tree, paper=paper)
    response = client.get(paper.url)
    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="guide.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "immutable" in response["Cache-Control"]
    assert "public" in response["Cache-Control"]
    assert sent(response).startswith(b"%PDF")


def test_a_file_opens_and_closes_with_what_is_published_whenever_a_worker_has_time(client, tree, new_paper, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    paper = new_paper()
    page = using(tree, paper=paper)
    assert client.get(paper.url).status_code == 200
    page.body = []
    page.save_revision().publish()
    assert client.get(paper.url).status_code == 404


def test_what_no_page_uses_is_for_editors_only(client, new_paper, picture, member, admin):
    paper = new_paper()
    rendition = picture.get_rendition("width-20|format-webp")
    for person, status in ((None, 404), (member, 404), (admin, 200)):
        if person:
            client.force_login(person)
        assert client.get(paper.url).status_code == status
        assert client.get(rendition.url).status_code == status
        assert client.get(picture.file.url).status_code == status


def test_what_a_closed_page_uses_is_for_members(client, tree, closed, new_paper, picture, member):
    paper = new_paper()
    using(tree, paper=paper, picture=picture, under=closed["pt"].get_parent())
    rendition = picture.get_rendition("width-20|format-avif")
    response = client.get(paper.url)
    assert response.status_code == 302
    assert f"next={paper.url}" in response["Location"]
    assert client.get(rendition.url).status_code == 404
    client.force_login(member)
    for url in (paper.url, rendition.url):
        response = client.get(url)
        assert response.status_code == 200
        assert "private" in response["Cache-Control"]
        assert "no-cache" in response["Cache-Control"]
        assert "public" not in response["Cache-Control"]


def test_what_an_open_page_uses_too_is_open(client, tree, closed, new_paper):
    paper = new_paper()
    using(tree, paper=paper, under=closed["pt"].get_parent(), title="One")
    using(tree, paper=paper, title="Two")
    assert client.get(paper.url).status_code == 200


def test_a_link_in_a_text_counts_as_use(client, tree, new_paper):
    paper = new_paper()
    body = [("prose", f'<p><a linktype="document" id="{paper.pk}">x</a></p>')]
    page = published(tree.homes["pt"], ArticlePage(title="Text", slug="text", locale=tree.homes["pt"].locale, body=body))
    assert client.get(paper.url).status_code == 200
    page.unpublish()
    assert client.get(paper.url).status_code == 404


def test_the_rule_and_its_twin_agree(tree, closed, new_paper, member, admin):
    papers = [new_paper(), new_paper(), new_paper()]
    using(tree, paper=papers[0], title="One")
    using(tree, paper=papers[1], under=closed["pt"].get_parent(), title="Two")
    for person, count in ((None, 1), (member, 2), (admin, 3)):
        seen = set(fetchable_by(person, Paper.objects.all()))
        assert len(seen) == count
        assert seen == {paper for paper in papers if can_fetch(person, paper)}


@pytest.fixture
def film(tree, new_paper):
    paper = new_paper("film.mp4", b"\x00\x00\x00\x18ftypisom" + bytes(range(256)) * 4)
    using(tree, paper=paper)
    return paper


def test_a_film_is_played_in_its_page_part_by_part(client, film):
    whole = sent(client.get(film.url))
    response = client.get(film.url, headers={"range": "bytes=10-19"})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert response["Content-Length"] == "10"
    assert sent(response) == whole[10:20]
    assert "Content-Disposition" not in response
    assert sent(client.get(film.url, headers={"range": "bytes=-5"})) == whole[-5:]
    assert sent(client.get(film.url, headers={"range": "bytes=1000-"})) == whole[1000:]


@pytest.mark.parametrize(
    ("asked", "status"), [("bytes=99999-", 416), ("bytes=-0", 416), ("bytes=5-2", 200), ("bytes=a-b", 200), ("lines=1-2", 200)]
)
def test_parts_that_are_not_there_or_not_understood(client, film, asked, status):
    assert client.get(film.url, headers={"range": asked}).status_code == status


def test_parts_of_another_version_are_not_mixed(client, film):
    etag = client.get(film.url)["ETag"]
    assert client.get(film.url, headers={"range": "bytes=0-1", "if-range": etag}).status_code == 206
    assert client.get(film.url, headers={"range": "bytes=0-1", "if-range": '"old"'}).status_code == 200


def test_what_one_has_already_is_not_sent_again_and_heads_have_no_body(client, film):
    response = client.get(film.url)
    assert client.get(film.url, headers={"if-none-match": response["ETag"]}).status_code == 304
    head = client.head(film.url)
    assert head.status_code == 200
    assert head["Content-Length"] == response["Content-Length"]
    assert client.post(film.url).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/documents/1/guide.pdf",
        "/documents/00000000-0000-4000-8000-000000000000/guide.pdf",
        "/media/pictures/00000000000040008000000000000000/x.png",
        "/media/papers/x/guide.pdf",
        "/media/../db.sqlite3",
        "/media/pictures/../../db.sqlite3",
    ],
)
def test_guessed_addresses_lead_nowhere(client, tree, path):
    assert client.get(path).status_code in (404, 302)


def test_another_name_or_a_lost_file_is_not_found(client, tree, new_paper, picture):
    paper = new_paper()
    using(tree, paper=paper, picture=picture)
    assert client.get(paper.url.replace("guide", "other")).status_code == 404
    assert client.get(f"/media/pictures/{picture.uid.hex}/other.png").status_code == 404
    assert client.get(f"/media/pictures/{picture.uid.hex}/..%2F..%2Fx.png").status_code == 404
    paper.file.storage.delete(paper.file.name)
    assert client.get(paper.url).status_code == 404


def test_a_picture_costs_few_questions_of_the_database(client, tree, picture, django_assert_max_num_queries):
    using(tree, picture=picture)
    url = picture.get_rendition("width-20|format-webp").url
    client.get(url)
    with django_assert_max_num_queries(6):
        assert client.get(url).status_code == 200
