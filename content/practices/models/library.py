"""The library: the page below which all practices of one language stand."""

from django.utils.translation import gettext_lazy as _

from content.pages.models import BasePage

SLUG = "practices"


class LibraryPage(BasePage):
    """The place of the practices in one language's tree. What readers see at its address is drawn by the route `library`."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.PracticePage"]
    template = "content/section_page.html"

    class Meta:
        verbose_name = _("library of good practices")
