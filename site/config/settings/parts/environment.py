"""What the operator says through the environment, read once. Names and defaults are the public contract (docs/operate.md)."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[4]
env = environ.Env()
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var")))
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
IS_HTTPS = SITE_URL.startswith("https://")
