"""What opens a module or a unit: conditions that editors stack, all of which must hold. Pages in them are meant in all their languages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

UNITS = [
    "courses.ReadingPage",
    "courses.VideoPage",
    "courses.LinkPage",
    "courses.DiscussionPage",
    "courses.QuizPage",
]


class ScoreBlock(blocks.StructBlock):
    """A quiz, and the per cent that is needed in it."""

    quiz = blocks.PageChooserBlock(page_type=["courses.QuizPage"], label=_("quiz"))
    percent = blocks.IntegerBlock(min_value=1, max_value=100, default=60, label=_("per cent at least"))

    class Meta:
        icon = "success"
        label = _("after a score")


class ConditionsBlock(blocks.StreamBlock):
    """Conditions of release; none means open from the start."""

    previous = blocks.StaticBlock(
        label=_("after the previous module"),
        admin_text=_("Opens when the previous module is done."),
        icon="arrow-right",
    )
    unit = blocks.PageChooserBlock(page_type=UNITS, label=_("after a unit"), icon="doc-full")
    score = ScoreBlock()
    days = blocks.IntegerBlock(min_value=1, max_value=999, label=_("days after the start"), icon="date")
    date = blocks.DateBlock(label=_("from a date"), icon="calendar")

    class Meta:
        label = _("conditions")
        block_counts = {"previous": {"max_num": 1}, "days": {"max_num": 1}, "date": {"max_num": 1}}
