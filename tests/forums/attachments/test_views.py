"""Files beside a post: known by their content, bare of where they were taken, handed out with the post and hidden with it."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from forums.attachments.models import Attachment
from forums.discussions.actions import delete_post, publish, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post
from tests.factories.content import page_below
from tests.factories.forums import NOW, page_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def picture(name="visita.jpg", size=(2000, 1000), kind="JPEG"):
    image = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    exif[0x010F] = "Camera of an inspector"
    exif.get_ifd(0x8825)[1] = "S"
    file = BytesIO()
    image.save(file, kind, **({"exif": exif} if kind == "JPEG" else {}))
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def document(name="ficha.pdf", data=b"%PDF-1.4 x"):
    return SimpleUploadedFile(name, data, "application/pdf")


@pytest.fixture
def send(client, topic, learner):
    def sent(**fields):
        client.force_login(learner)
        data = {"text": "Junto a ficha.", "language": "", "token": str(uuid4())} | fields
        return client.post(f"/pt/forums/topics/{topic.uid}/reply/", data)

    return sent


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_picture_is_shown_small_and_opens_bigger_and_tells_nothing_of_its_taking(client, topic, send):
    answer = send(file_1=picture(), alt_1="Um armazém")
    assert answer.status_code == 302
    held = Attachment.objects.get()
    assert (held.alt, held.width, held.height, held.content_type) == ("Um armazém", 640, 320, "image/webp")
    client.logout()
    page = client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert f'src="/files/posts/{held.uid}.webp?small=1" alt="Um armazém" width="640" height="320" loading="lazy"' in page
    small, whole = (client.get(f"/files/posts/{held.uid}.webp{query}") for query in ("?small=1", ""))
    for answer, width in ((small, 640), (whole, 1600)):
        data = body(answer)
        assert b"Camera" not in data
        with Image.open(BytesIO(data)) as shown:
            assert (shown.format, shown.width, dict(shown.getexif())) == ("WEBP", width, {})
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


def test_a_document_is_a_download_under_its_own_name(client, topic, send):
    send(file_1=document("Ficha & protocolo.pdf"))
    held = Attachment.objects.get()
    answer = client.get(f"/files/posts/{held.uid}.pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "Ficha &amp; protocolo.pdf" in client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert "ficha" not in held.file.lower()


@pytest.mark.parametrize(
    ("file", "alt", "field"),
    [
        (lambda: picture(), "", "alt_1"),
        (lambda: SimpleUploadedFile("x.svg", b"<svg onload=alert(1)>", "image/svg+xml"), "x", "file_1"),
        (lambda: SimpleUploadedFile("x.html", b"<script>", "text/html"), "", "file_1"),
        (lambda: SimpleUploadedFile("x.png", b"%PDF-1.4", "image/png"), "x", "file_1"),
        (lambda: SimpleUploadedFile("x.pdf", b"\x89PNG", "application/pdf"), "", "file_1"),
        (lambda: SimpleUploadedFile("x.pdf", b"%PDF-" + b"x" * 5_300_000, "application/pdf"), "", "file_1"),
        (lambda: SimpleUploadedFile("x.pdf", b"", "application/pdf"), "", "file_1"),
        (lambda: SimpleUploadedFile("noname", b"%PDF-", "application/pdf"), "", "file_1"),
    ],
    ids=["no alt text", "svg", "html", "pdf named png", "png named pdf", "too big", "empty", "no extension"],
)
def test_what_is_not_taken_is_refused_beside_its_field_and_the_text_stays(send, file, alt, field):
    answer = send(file_1=file(), alt_1=alt)
    assert answer.status_code == 422
    assert list(answer.context["files"].errors) == [field]
    assert "Junto a ficha." in answer.text
    assert not Attachment.objects.exists()
    assert not Post.objects.filter(text="Junto a ficha.").exists()


def test_the_same_form_twice_keeps_its_files_once(send):
    token = str(uuid4())
    for _ in range(2):
        send(token=token, file_1=document(), file_2=document("b.pdf"), file_3=document("c.pdf"))
    assert Attachment.objects.count() == 3


def test_a_file_is_handed_out_to_readers_of_its_post_only(client, topic, learner, facilitator, moderator, send):
    send(file_1=document())
    held = Attachment.objects.get()
    take_down(post=held.post, state=State.HIDDEN, now=NOW)
    for person, status in ((None, 404), (facilitator, 404), (learner, 200), (moderator, 200)):
        client.logout() if person is None else client.force_login(person)
        assert client.get(f"/files/posts/{held.uid}.pdf").status_code == status
    publish(post=held.post, now=NOW)
    client.logout()
    answer = client.get(f"/files/posts/{held.uid}.pdf")
    assert answer.status_code == 200
    assert "no-cache" in answer["Cache-Control"]
    assert client.get(f"/files/posts/{held.uid}.pdf", headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_members_page_keeps_its_files_closed(client, homes, learner):
    from content.audience.actions import set_level

    page = page_below(homes["pt"])
    topic = topic_in(page_forum(page), learner)
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    client.force_login(learner)
    data = {"text": "x y", "language": "", "token": str(uuid4()), "file_1": document()}
    client.post(f"/pt/forums/topics/{topic.uid}/reply/", data)
    client.logout()
    assert client.get(f"/files/posts/{Attachment.objects.get().uid}.pdf").status_code == 404


def test_taken_back_a_post_takes_its_files_from_the_disk(topic, learner, send, django_capture_on_commit_callbacks):
    send(file_1=picture(), alt_1="x", file_2=document())
    names = [name for held in Attachment.objects.all() for name in (held.file, held.small) if name]
    post = Attachment.objects.first().post
    with django_capture_on_commit_callbacks(execute=True):
        delete_post(post=post, now=NOW)
    assert not Attachment.objects.exists()
    assert post.files_html == ""
    assert len(names) == 3
    assert not any(default_storage.exists(name) for name in names)


def test_editing_removes_a_file_and_adds_another_within_the_limit(client, learner, send):
    send(file_1=document("a.pdf"), file_2=document("b.pdf"))
    post = Post.objects.get(text="Junto a ficha.")
    gone = post.attachments.get(name="a.pdf")
    data = {"text": post.text, "language": "", "token": str(uuid4()), "gone": [str(gone.uid)], "file_1": document("c.pdf")}
    client.post(f"/pt/forums/posts/{post.uid}/edit/", data)
    assert list(post.attachments.values_list("name", flat=True)) == ["b.pdf", "c.pdf"]
    post.refresh_from_db()
    assert "<bdi>a.pdf<" not in post.files_html
    assert "<bdi>b.pdf<" in post.files_html


def test_nobody_removes_another_posts_file_through_her_own(client, topic, facilitator, learner, send):
    send(file_1=document())
    held = Attachment.objects.get()
    own = reply_in(topic, facilitator)
    client.force_login(facilitator)
    data = {"text": "x y", "language": "", "token": str(uuid4()), "gone": [str(held.uid)]}
    assert client.post(f"/pt/forums/posts/{own.uid}/edit/", data).status_code in (302, 422)
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize("name", ['"><img src=x onerror=alert(1)>.pdf', "../../etc/passwd.pdf", "é" * 300 + ".pdf"])
def test_hostile_names_are_inert(client, topic, send, name):
    answer = send(file_1=document(name))
    if answer.status_code == 302:
        assert "<img src=x" not in client.get(f"/pt/forums/topics/{topic.uid}/").text
        assert ".." not in Attachment.objects.get().file


def test_unknown_files_are_unknown(client, send):
    send(file_1=document())
    held = Attachment.objects.get()
    for path in (f"{uuid4()}.pdf", f"{held.uid}.webp", "x.pdf", f"{held.pk}.pdf"):
        assert client.get(f"/files/posts/{path}").status_code == 404, path
