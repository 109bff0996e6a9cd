"""A regional or national initiative."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel

from content.blocks.body import BodyBlock
from content.blocks.checks import AddressBlock, RichTextBlock
from content.blocks.field import StreamField
from content.blocks.text import INLINE, PROSE, PhaseBlock
from content.pages.models.base import BasePage


class AchievementBlock(blocks.StructBlock):
    """Something reached, with its figure and period where there is one."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = RichTextBlock(label=_("Text"), features=PROSE, required=False)
    figure = blocks.CharBlock(label=_("Figure"), required=False, max_length=60)
    period = blocks.CharBlock(label=_("Period"), required=False, max_length=60)


class FocusBlock(blocks.StructBlock):
    """A point of focus, or a thing that the region needs."""

    text = RichTextBlock(label=_("Text"), features=INLINE)


class PartnerBlock(blocks.StructBlock):
    """An institution that supports the initiative."""

    name = blocks.CharBlock(label=_("Name"), max_length=250)
    url = AddressBlock(label=_("Address"), required=False)


class InitiativePage(BasePage):
    """What it is, how it works, phases, achievements, focus points, needs, partners."""

    about = StreamField(BodyBlock(), verbose_name=_("what it is"), blank=True)
    workings = StreamField(BodyBlock(), verbose_name=_("how it works"), blank=True)
    phases = StreamField([("phase", PhaseBlock())], verbose_name=_("phases"), blank=True)
    achievements = StreamField([("achievement", AchievementBlock())], verbose_name=_("achievements"), blank=True)
    focus_lead = StreamField(BodyBlock(), verbose_name=_("focus: introduction"), blank=True)
    focus = StreamField([("point", FocusBlock())], verbose_name=_("focus points"), blank=True)
    needs = StreamField([("point", FocusBlock())], verbose_name=_("what is needed"), blank=True)
    partners = StreamField([("partner", PartnerBlock())], verbose_name=_("partners"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("about"),
        FieldPanel("workings"),
        FieldPanel("phases"),
        FieldPanel("achievements"),
        FieldPanel("focus_lead"),
        FieldPanel("focus"),
        FieldPanel("needs"),
        FieldPanel("partners"),
    ]
    template = "content/initiative_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("initiative")
