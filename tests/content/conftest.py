"""Trees of pages to try the rooms of `content` on: four languages, a closed section, an open one."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Locale, Page, Site

from content.audience.actions import set_level
from content.media.models import Paper, Picture
from content.pages.models import ArticlePage, HomePage, SectionPage
from content.search.actions import index_page

LANGUAGES = ("pt", "en", "es", "fr")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Keep what a test uploads in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"


def published(parent: Page, page: Page) -> Page:
    """Put a page below another and publish it as an editor would."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def put(parent: Page, page: Page) -> Page:
    """Put a live page below another in little time: as publishing leaves it, without its jobs but the one of the search."""
    page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    index_page(page_id=page.pk)
    return page


@dataclass
class Tree:
    """A site in four languages, each page of the first language translated into the others."""

    homes: dict[str, HomePage]

    def add(self, title: str, *, kind: type[Page] = ArticlePage, under: dict[str, Page] | None = None, **fields: object) -> dict[str, Page]:
        """Publish a page in all four languages; its renderings share a translation key. `{}` in texts becomes the language."""
        pages: dict[str, Page] = {}
        for code in LANGUAGES:
            values = {name: value.replace("{}", code) if isinstance(value, str) else value for name, value in fields.items()}
            page = kind(title=f"{title} {code}", slug=slugify(title), locale=self.homes[code].locale, **values)
            if pages:
                page.translation_key = pages["pt"].translation_key
            pages[code] = put(Page.objects.get(pk=(under or self.homes)[code].pk), page)
        return pages

    def close(self, page: Page, level: str = "members") -> None:
        """Say who may read a page and all below it."""
        set_level(translation_key=page.translation_key, level=level, now=timezone.now())


@pytest.fixture
def tree(db) -> Tree:
    """Return a site whose four first pages are live."""
    Page.objects.filter(depth__gt=1).delete()
    root = Page.objects.get(depth=1)
    homes: dict[str, HomePage] = {}
    for code in LANGUAGES:
        locale, _created = Locale.objects.get_or_create(language_code=code)
        home = HomePage(title=f"Home {code}", slug=f"home-{code}", locale=locale)
        if homes:
            home.translation_key = homes["pt"].translation_key
        homes[code] = put(Page.objects.get(pk=root.pk), home)
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=homes["pt"], is_default_site=True, site_name="Test")
    return Tree(homes)


@pytest.fixture
def closed(tree) -> dict[str, Page]:
    """Return an article of four languages in a section that is for members."""
    section = tree.add("Course", kind=SectionPage)
    pages = tree.add("Lesson", under=section, lead="Secret lesson {}", search_description="Secret words {}")
    tree.close(section["pt"])
    return pages


@pytest.fixture
def member(db):
    """Return somebody with an account."""
    return get_user_model().objects.create_user("ana@example.org", "demo-demo-demo")


@pytest.fixture
def admin(db):
    """Return somebody who may do everything."""
    return get_user_model().objects.create_superuser("root@example.org", "demo-demo-demo")


def drawn(kind: str = "PNG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """Return the bytes of a small picture."""
    target = BytesIO()
    Image.new("RGB", size, (200, 120, 40)).save(target, kind, **options)
    return target.getvalue()


@pytest.fixture
def picture(db) -> Picture:
    """Return a picture that no page uses yet."""
    made = Picture(title="Loom", file=ContentFile(drawn(), name="loom.png"))
    made.save()
    return made


@pytest.fixture
def new_paper(db) -> Callable[..., Paper]:
    """Return a maker of documents."""

    def make(name: str = "guide.pdf", content: bytes = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", **fields: object) -> Paper:
        paper = Paper(title=name, file=ContentFile(content, name=name), **fields)
        paper.save()
        return paper

    return make
