"""What the body of a page may hold."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.checks import RichTextBlock
from content.blocks.media import PaperBlock, PictureBlock, VideoBlock
from content.blocks.text import PROSE, AccordionBlock, ActionBlock, FigureBlock, HeadingBlock, QuoteBlock, TimelineBlock


class BodyBlock(blocks.StreamBlock):
    """Everything that an editor can put into the body of a page."""

    prose = RichTextBlock(label=_("Text"), features=PROSE, template="components/prose.html")
    heading = HeadingBlock()
    picture = PictureBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    accordion = AccordionBlock()
    timeline = TimelineBlock()
    action = ActionBlock()
    paper = PaperBlock()
    video = VideoBlock()
