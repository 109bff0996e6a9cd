"""Uploads through the editors' screens: refused with a sentence, what was typed kept, memory spared."""

import json
import tracemalloc
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Collection

from content.media.models import Paper, Picture
from tests.content.conftest import drawn

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture(autouse=True)
def editor(client, admin):
    """Let somebody sit at the screens."""
    client.force_login(admin)


def add_paper(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("wagtaildocs:add"), {"title": "My title", "file": file, "collection": Collection.get_first_root_node().pk})


def add_picture(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("wagtailimages:add"), {"title": "My title", "file": file, "collection": Collection.get_first_root_node().pk})


def refusals(response) -> str:
    assert response.status_code == 200
    form = response.context["form"]
    assert form["title"].value() == "My title"
    return " ".join(form.errors["file"])


def test_a_right_document_and_a_right_picture_are_taken(client):
    assert add_paper(client, "guide.pdf", b"%PDF-1.7\n").status_code == 302
    assert add_picture(client, "loom.png", drawn("PNG")).status_code == 302
    assert Paper.objects.get().uploaded_by_user
    assert Picture.objects.get().file_size


def test_a_picture_named_as_a_document_is_refused_with_a_sentence(client):
    assert refusals(add_paper(client, "x.pdf", drawn("PNG")))
    assert not Paper.objects.exists()


@pytest.mark.parametrize("name", ["x.svg", "x.png", "x.jpg", "x.svg.png"])
def test_a_drawing_with_a_script_is_refused_under_any_name(client, name):
    assert refusals(add_picture(client, name, SCRIPT))
    assert not Picture.objects.exists()


@pytest.mark.parametrize("name", ["x.svg", "x.html", "x.pdf", "x.docx", "x.zip", "x.mp4"])
def test_a_drawing_with_a_script_is_no_document_either(client, name):
    assert refusals(add_paper(client, name, SCRIPT))
    assert not Paper.objects.exists()


def test_files_that_are_too_big_are_refused_with_a_sentence_and_the_title_is_kept(client, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100_000
    for response in (
        add_paper(client, "x.pdf", b"%PDF-1.7\n" + b"x" * 300_000),
        add_picture(client, "x.png", drawn("PNG") + b"x" * 300_000),
    ):
        assert refusals(response)
        assert [error.code for error in response.context["form"].errors.as_data()["file"]] == ["file_too_large"]
    assert not Paper.objects.exists()
    assert not Picture.objects.exists()


@pytest.mark.parametrize(("screen", "name", "content"), [("wagtaildocs", "x.pdf", drawn("PNG")), ("wagtailimages", "x.png", SCRIPT)])
def test_the_screen_for_many_files_at_once_refuses_the_same(client, screen, name, content):
    response = client.post(
        reverse(f"{screen}:add_multiple"),
        {"title": "x", "files[]": SimpleUploadedFile(name, content), "collection": Collection.get_first_root_node().pk},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    answer = json.loads(response.content)
    assert not answer["success"]
    assert answer["error_message"]


def test_the_screen_for_many_files_at_once_says_when_one_is_too_big(client, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100_000
    file = SimpleUploadedFile("x.pdf", b"%PDF-1.7\n" + b"x" * 300_000)
    response = client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "x", "files[]": file, "collection": Collection.get_first_root_node().pk},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    message = json.loads(response.content)["error_message"]
    assert "97" in message  # kB, whatever the language
    assert "\n" not in message


class Flood:
    """A body of a request that is made while it is read."""

    def __init__(self, head: bytes, size: int, tail: bytes) -> None:
        self.parts, self.left, self.tail, self.size = [head], size, tail, len(head) + size + len(tail)

    def read(self, size: int = 65_536) -> bytes:
        if self.parts:
            return self.parts.pop()
        if self.left:
            count = min(size, self.left)
            self.left -= count
            return b"x" * count
        tail, self.tail = self.tail, b""
        return tail

    readline = read


@pytest.mark.parametrize("megabytes", [60, 210])
def test_a_file_of_200_megabytes_is_neither_kept_in_memory_nor_on_disk(settings, tmp_path, megabytes):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n'
    tail = b'\r\n--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nMy title\r\n--b--\r\n'
    body = Flood(head, megabytes * 1_000_000, tail)
    request = RequestFactory().post("/", content_type="multipart/form-data; boundary=b")
    request.META["CONTENT_LENGTH"] = str(body.size)
    request._stream = body
    tracemalloc.start()
    file = request.FILES["file"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    assert request.POST["title"] == "My title"
    assert peak < 8_000_000
    kept = sum(path.stat().st_size for path in Path(tmp_path).iterdir())
    assert kept <= settings.WAGTAILDOCS_MAX_UPLOAD_SIZE if megabytes == 60 else kept == 0
