"""Text: paragraphs, headings, quotes, figures, folds, timelines, calls to action."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.checks import AddressBlock, CheckedBlock, Complaints, RichTextBlock

INLINE = ["bold", "italic", "link"]
PROSE = [*INLINE, "h3", "h4", "ol", "ul", "document-link", "blockquote"]


class HeadingBlock(blocks.StructBlock):
    """A heading that readers can link to."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "components/heading.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("Quote"))
    who = blocks.CharBlock(label=_("Who said it"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "components/quote.html"


class FigureBlock(blocks.StructBlock):
    """A number worth knowing, with its period and source."""

    value = blocks.CharBlock(label=_("Figure"), max_length=60)
    text = blocks.CharBlock(label=_("What it counts"), max_length=300)
    period = blocks.CharBlock(label=_("Period"), required=False, max_length=60)
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=300)

    class Meta:
        icon = "order"
        label = _("Figure")
        template = "components/figure.html"


class FoldBlock(blocks.StructBlock):
    """A part that opens on a tap."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = RichTextBlock(label=_("Text"), features=PROSE)


class AccordionBlock(blocks.StructBlock):
    """Several folds, one below the other."""

    folds = blocks.ListBlock(FoldBlock(), label=_("Parts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        template = "components/accordion.html"


class PhaseBlock(blocks.StructBlock):
    """One stretch of time and what happened in it."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    period = blocks.CharBlock(label=_("Period"), max_length=60, required=False)
    text = RichTextBlock(label=_("Text"), features=INLINE, required=False)


class TimelineBlock(blocks.StructBlock):
    """Phases in their order."""

    phases = blocks.ListBlock(PhaseBlock(), label=_("Phases"), min_num=1)

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "components/timeline.html"


class ActionBlock(CheckedBlock):
    """One thing to do next: at a page of the site or at an address."""

    text = blocks.CharBlock(label=_("Text"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(label=_("Address"), required=False)

    def complaints(self, value: Any) -> Complaints:
        """Ask for one of the two."""
        if value["page"] and value["url"]:
            return {"url": _("Choose a page or give an address, not both.")}
        return {} if value["page"] or value["url"] else {"page": _("Choose a page, or give an address.")}

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        template = "components/action.html"
