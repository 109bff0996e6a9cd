"""Questions, pictures, and a storage that forgets."""

from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from courses.questions.actions import keep_question
from tests.factories.cast import *  # noqa: F403 - the cast as fixtures
from tests.factories.learning import NOW


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def picture(colour="red", kind="PNG", **options) -> bytes:
    target = BytesIO()
    Image.new("RGB", (8, 8), colour).save(target, kind, **options)
    return target.getvalue()


def choice(**fields):
    """Return what `keep_question` takes for a question with one right answer."""
    given = {
        "kind": "single",
        "shape": {"options": ["a", "b"], "is_shuffled": True},
        "key": {"weights": {"a": 100, "b": 0}},
        "texts": {"pt": {"stem": "<p>Que idade?</p>", "options": {"a": "18", "b": "15"}, "replies": {"b": "Não"}, "source": "C138"}},
        "name": "Idade",
        "folder": "Normas/Idade",
        "points": Decimal(1),
        "now": NOW,
    }
    return given | fields


@pytest.fixture
def kept(db):
    return keep_question(**choice()).question
