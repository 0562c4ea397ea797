"""Equal questions in different processes."""

import os
import subprocess
import sys

from django.db import connection

from botapp.models import Explanation
from tests.kit.scripted_ai import Good

NEWS = "The SEC approved a spot Solana ETF on Tuesday. The fund charges 0.25% a year. Trading starts in May."


def test_two_processes_make_one_call(gemini, settings, tmp_path):
    gemini.script(Good(pieces=4, pause=0.5))
    item = tmp_path / "news.txt"
    item.write_text(NEWS, encoding="utf-8")
    command = [sys.executable, "manage.py", "explain", str(item), "--language", "en"]
    asked = [
        subprocess.Popen(command, cwd=settings.BASE_DIR, env=_environment(gemini), stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=60)[0].decode() for process in asked]
    assert [process.returncode for process in asked] == [0, 0]
    assert said[0] == said[1] != ""
    assert len(gemini.requests) == 1
    assert Explanation.objects.get().state == "ready"


def _environment(gemini) -> dict[str, str]:
    names = connection.settings_dict
    address = f"sqlite:///{names['NAME']}"
    if connection.vendor == "postgresql":
        account = f"{names['USER']}:{names['PASSWORD']}" if names["PASSWORD"] else names["USER"]
        address = f"postgres://{account}@{names['HOST']}:{names['PORT']}/{names['NAME']}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "rvx_site.settings",
        "DATABASE_URL": address,
        "GEMINI_API_KEY": "only-for-tests",
        "GEMINI_BASE_URL": gemini.base_url,
    }
