"""The .env of a demo: made once, secret, and enough to start with."""

import re
import subprocess
import sys

from tests.tools.kit import ROOT, project, run


def _values(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))


def test_it_is_for_its_owners_eyes_only(tmp_path):
    folder = project(tmp_path / "p", "dotenv.py")
    assert run(folder, "dotenv.py", ".env") == (0, "Wrote .env with a random secret.\n")
    assert (folder / ".env").stat().st_mode & 0o777 == 0o600


def test_two_demos_have_nothing_secret_in_common(tmp_path):
    folder = project(tmp_path / "p", "dotenv.py")
    made = []
    for name in ("one", "two"):
        run(folder, "dotenv.py", name)
        made.append(_values((folder / name).read_text()))
    assert made[0].keys() == made[1].keys()
    changed = {name for name in made[0] if made[0][name] != made[1][name]}
    assert changed == {"SECRET_KEY", "TELEGRAM_BOT_TOKEN"}
    assert len(made[0]["SECRET_KEY"]) >= 50


def test_a_file_that_is_there_is_never_touched(tmp_path):
    folder = project(tmp_path / "p", "dotenv.py")
    (folder / ".env").write_text("SECRET_KEY=mine\n")
    code, said = run(folder, "dotenv.py", ".env")
    assert code != 0
    assert "FileExistsError" in said
    assert (folder / ".env").read_text() == "SECRET_KEY=mine\n"


def test_the_secret_is_not_said_aloud(tmp_path):
    folder = project(tmp_path / "p", "dotenv.py")
    _, said = run(folder, "dotenv.py", ".env")
    assert _values((folder / ".env").read_text())["SECRET_KEY"] not in said


def test_rvx_starts_with_it_and_its_token_opens_nothing_but_the_sandbox(tmp_path):
    folder = project(tmp_path / "p", "dotenv.py")
    run(folder, "dotenv.py", ".env")
    tell = (
        "from django.conf import settings as s\n"
        "print(s.SANDBOX_ENABLED, s.DEBUG, s.ADMIN_IDS, s.TELEGRAM_BOT_TOKEN.partition(':')[2][:8])\n"
        "print(s.TELEGRAM_API_BASE_URL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", tell],
        cwd=ROOT,
        env={
            "ENV_FILE": str(folder / ".env"),
            "DJANGO_SETTINGS_MODULE": "rvx_site.settings",
            "SANDBOX_PORT": "8123",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "True False (1001,) sandbox-\nhttp://127.0.0.1:8123\n", done.stderr


def test_each_of_its_variables_is_one_that_the_settings_know(tmp_path):
    folder = project(tmp_path / "p", "dotenv.py")
    run(folder, "dotenv.py", ".env")
    known = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert set(_values((folder / ".env").read_text())) <= known
