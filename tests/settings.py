"""Settings of the test suite: the real ones without .env, with cheap hashing and a database per process."""

import atexit
import os
import tempfile
from pathlib import Path

os.environ.setdefault("ENV_FILE", "")
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("TELEGRAM_BOT_TOKEN", "123456:test-token-of-the-sandbox-bot-0001")
os.environ.setdefault("DATABASE_URL", os.environ.get("TEST_DATABASE_URL") or "sqlite:///rvx-test.sqlite3")
os.environ.setdefault("LOG_LEVEL", "WARNING")

from rvx_site.settings import *  # noqa: F403 (the environment comes first)
from rvx_site.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_scratch = tempfile.TemporaryDirectory(prefix="rvx-tests-")
atexit.register(_scratch.cleanup)
STATIC_ROOT = Path(_scratch.name)  # WhiteNoise warns of one that is missing
if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A file, because pool threads on a shared in-memory database get "table is locked"; in a directory
    # of this process, so that runs and workers side by side don't share it.
    DATABASES["default"]["TEST"] = {"NAME": f"{_scratch.name}/tests.sqlite3"}
