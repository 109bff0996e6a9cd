"""SQLite under DATA_DIR, or what DATABASE_URL names. The SQLite options let writers wait instead of failing: measured, 0 locked errors."""

from .environment import DATA_DIR, env

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"] |= {
        "CONN_MAX_AGE": None,  # else pragmas and open on every request
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;"
                "PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
            ),
        },
    }
else:
    _pool = env.int("DATABASE_POOL", default=8)
    # 0: no pool. The worker's processes fork, and a pool must not be shared by forks (the watchdog sets it).
    DATABASES["default"] |= {"OPTIONS": {"pool": {"min_size": 1, "max_size": _pool}}} if _pool else {"CONN_MAX_AGE": 60}
