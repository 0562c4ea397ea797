"""Settings of the test suite: the real ones with no .env, cheap hashing and a random-free key."""

import os

os.environ.setdefault("ENV_FILE", "")
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("TELEGRAM_BOT_TOKEN", "123456:test-token-of-the-sandbox-bot-0001")
os.environ.setdefault("DATABASE_URL", os.environ.get("TEST_DATABASE_URL", "sqlite:///rvx-test.sqlite3"))
os.environ.setdefault("LOG_LEVEL", "WARNING")

from rvx_site.settings import *  # noqa: E402, F403 (the environment comes first)
from rvx_site.settings import BASE_DIR, DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, because pool threads on a shared in-memory database get "table is locked".
    DATABASES["default"]["TEST"] = {"NAME": str(BASE_DIR / "rvx-test.sqlite3")}
