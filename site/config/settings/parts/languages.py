"""Languages of the interface and of the content. `pt-br` reads `pt` content; `locale/pt_BR` holds only what differs."""

from django.utils.translation import gettext_lazy as _

from .environment import BASE_DIR

LANGUAGE_CODE = "pt"
LANGUAGES = [
    ("pt", _("Portuguese")),
    ("pt-br", _("Brazilian Portuguese")),
    ("en", _("English")),
    ("es", _("Spanish")),
    ("fr", _("French")),
]
WAGTAIL_CONTENT_LANGUAGES = [("pt", "Português"), ("en", "English"), ("es", "Español"), ("fr", "Français")]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("pt", "Português"),
    ("pt-br", "Português (Brasil)"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
