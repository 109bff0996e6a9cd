"""What this room answers when the whole site asks."""

from wagtail import hooks

from courses.studying.views.forums import why_forum_is_closed
from courses.studying.views.overlay import tell_of_progress, watch_reading

hooks.register("page_context", tell_of_progress, order=10)
hooks.register("before_serve_page", watch_reading, order=10)
hooks.register("forum_door", why_forum_is_closed)
