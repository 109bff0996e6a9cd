"""What every way of running shares: the parts, joined."""

from .parts.apps import *  # noqa: F403
from .parts.cache import *  # noqa: F403
from .parts.certificates import *  # noqa: F403
from .parts.database import *  # noqa: F403
from .parts.environment import BASE_DIR, DATA_DIR, SITE_URL, env  # noqa: F401
from .parts.files import *  # noqa: F403
from .parts.jobs import *  # noqa: F403
from .parts.languages import *  # noqa: F403
from .parts.logs import *  # noqa: F403
from .parts.people import *  # noqa: F403
from .parts.post import *  # noqa: F403
from .parts.security import *  # noqa: F403
from .parts.templates import *  # noqa: F403
from .parts.wagtail import *  # noqa: F403

DEBUG = False
IS_DEMO_ALLOWED = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
