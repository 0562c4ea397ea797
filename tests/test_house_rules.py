"""The rules of docs/architecture.md that a machine can check. Exceptions stand here, with reasons."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
APPS = ("analytics", "botapp", "lessons", "rvx_site")
OURS = ("analytics", "botapp", "lessons")

LONGEST_FUNCTION, LONGEST_FILE = 40, 400
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base_utils", "util", "helper", "shared"}
HEAVY = {
    "google",
    "grpc",
    "telegram",
    "aiohttp",
    "httpx",
    "httpx2",
    "trafilatura",
    "lxml",
    "pymorphy3",
    "ahocorasick",
    "razdel",
    "requests",
    "sentencex",
    "markdown_it",
    "redis",
    "psycopg",
    "gunicorn",
}
# `except Exception` only around one item of an outer loop, logged. File: why.
BROAD_EXCEPT = {
    "botapp/ai/gemini.py": "mapped to our family at the adapter; the library's errors have no common class",
    "botapp/ai/gemini_legacy.py": "mapped to our family at the adapter, after its way from the call's thread",
    "botapp/delivery/attempts.py": "one update of many; its failure is counted and retried",
    "botapp/delivery/election.py": "the thread's last word: nobody may believe that it still renews",
    "botapp/delivery/commits.py": "one write of a group must not take the others with it",
    "botapp/delivery/reign.py": "the leader's duties begin again; the lock is let go in any case",
    "botapp/doctor/examination.py": "one part of many; its failure is a finding",
    "botapp/explain/together.py": "one group of many; its failure is raised where each answer is awaited",
    "botapp/telegram/application.py": "errors.settle tells the person, and raises what it can't heal",
    "botapp/telegram/generations.py": "watching over many answers in flight goes on",
    "botapp/telegram/writing.py": "one answer of many; its failure is told in its message",
}
LOGGERS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
# Who asks (telegram, api, commands) asks services and queries, never the tables.
NO_TABLES = ("telegram", "api", "management", "doctor")


@cache
def sources() -> tuple[Path, ...]:
    """Our Python files without migrations, which Django writes."""
    found = [p for app in APPS for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts]
    return tuple(sorted(found))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def test_functions_are_short():
    long = [
        f"{name(path)}:{f.lineno} {f.name}"
        for path in sources()
        for f in functions(path)
        if f.end_lineno - f.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_files_are_short():
    assert [name(p) for p in sources() if len(p.read_text().splitlines()) > LONGEST_FILE] == []


def test_files_are_named_for_a_noun():
    bad = [
        name(p) for p in sources() if p.stem in FORBIDDEN_NAMES or re.search(r"_v\d+$|_(new|old)$", p.stem)
    ]
    assert bad == []


def test_nothing_prints():
    found = [
        f"{name(p)}:{c.lineno}"
        for p in sources()
        for c in calls(p)
        if isinstance(c.func, ast.Name) and c.func.id == "print"
    ]
    assert found == []


def test_broad_excepts_are_few_and_known():
    found = [
        f"{name(path)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and name(path) not in BROAD_EXCEPT
    ]
    assert found == []


def test_the_list_of_broad_excepts_holds_nothing_old():
    handlers = {
        name(p): [n for n in ast.walk(tree(p)) if isinstance(n, ast.ExceptHandler)] for p in sources()
    }
    assert [p for p in BROAD_EXCEPT if not any(_is_broad(h) for h in handlers.get(p, ()))] == []


def _is_broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {kind.id for kind in kinds if isinstance(kind, ast.Name)}
    if "BaseException" in names:  # right only to clean up and raise on
        return not any(isinstance(node, ast.Raise) for node in ast.walk(handler))
    return handler.type is None or "Exception" in names


def test_log_calls_hand_over_their_values_unformatted():
    found = [
        f"{name(path)}:{call.lineno}"
        for path in sources()
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in LOGGERS
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in {"logger", "log", "logging"}
        and any(_is_formatted(argument) for argument in call.args)
    ]
    assert found == []


def _is_formatted(argument: ast.expr) -> bool:
    if isinstance(argument, ast.BinOp):  # "…" % x, "…" + x; a difference of numbers is fine
        return isinstance(argument.left, (ast.Constant, ast.JoinedStr)) and isinstance(
            argument.op, (ast.Mod, ast.Add)
        )
    return isinstance(argument, ast.JoinedStr)


def test_every_field_of_every_model_says_what_it_holds():
    missing = [
        f"{model._meta.label}.{field.name}"
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if hasattr(field, "help_text")
        and not field.help_text
        and not field.auto_created
        and not _is_copy(field)
    ]
    assert missing == []


def _is_copy(field: object) -> bool:
    """modeltranslation's name_ru of a field name, which has the text."""
    return hasattr(field, "translated_field")


def test_who_asks_never_touches_a_table():
    found = [
        f"{name(path)}:{node.lineno}"
        for path in sources()
        if path.relative_to(ROOT).parts[1] in NO_TABLES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    ]
    assert found == []


def test_imports_stand_at_the_top_unless_a_heavy_library_waits_for_its_use():
    """Our own module may wait too, if it is one that loads a heavy library; it says so in a comment."""
    found = [
        f"{name(path)}:{node.lineno} {ast.unparse(node)}"
        for path in sources()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom)) and not _may_wait(path, node)
    ]
    assert found == []


def _may_wait(path: Path, node: ast.Import | ast.ImportFrom) -> bool:
    modules = (
        [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    )
    roots = {module.split(".")[0] for module in modules}
    return bool(roots <= HEAVY) or (roots <= set(APPS) and "#" in _lines_before(path, node.lineno))


def _lines_before(path: Path, number: int) -> str:
    return "\n".join(path.read_text().splitlines()[max(0, number - 4) : number])


def test_services_and_queries_know_no_telegram_and_no_http():
    found = [
        f"{name(path)}:{node.lineno}"
        for path in sources()
        if path.relative_to(ROOT).parts[1] in {"services", "queries", "models"}
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        and re.search(r"\b(telegram|rest_framework|aiohttp|django\.http)\b", ast.unparse(node))
    ]
    assert found == []


def test_services_never_leave_a_language_switched_on():
    found = [
        f"{name(path)}:{call.lineno}"
        for path in sources()
        if path.relative_to(ROOT).parts[1] in {"services", "queries", "models", "explain"}
        for call in calls(path)
        if isinstance(call.func, (ast.Name, ast.Attribute))
        and getattr(call.func, "id", getattr(call.func, "attr", "")) == "activate"
    ]
    assert found == []


def test_texts_speak_of_the_product_and_not_of_how_it_was_made():
    words = re.compile(
        r"\b(issue|PR|pull request|ticket) ?#?\d+|(?<![\w/])/(root|home|work|Users)/\w+", re.IGNORECASE
    )
    files = [
        *sources(),
        *(p for d in ("docs", "templates", "tests") for p in (ROOT / d).rglob("*") if _is_text(p)),
    ]
    files += [
        ROOT / n
        for n in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "Procfile", ".env.example")
    ]
    found = [
        f"{name(p)}: {m[0]}"
        for p in files
        if p.exists()
        for m in words.finditer(p.read_text())
        if p != Path(__file__)
    ]
    assert found == []


def _is_text(path: Path) -> bool:
    return path.suffix in {".py", ".md", ".html", ".txt", ".js", ".css"}


_TAGS = re.compile(
    r"\{%-?\s*blocktrans(?:late)?\b.*?\{%-?\s*endblocktrans(?:late)?\s*%\}|\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}"
    r"|<style.*?</style>|<script.*?</script>|<!--.*?-->|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&\w+;",
    re.DOTALL,
)
# Names of products and languages, and markers, which are the same in every language.
_SAME_EVERYWHERE = {"RVX", "REST", "API", "OpenAPI", "XP", "Telegram"}


@pytest.mark.parametrize("folder", ["telegram", "explain"])
def test_every_word_of_a_message_can_be_translated(folder):
    found = []
    for path in sorted((ROOT / "templates" / folder).rglob("*")):
        if path.is_file():
            left = re.findall(r"[^\W\d_]{2,}", _TAGS.sub(" ", path.read_text()))
            found += [f"{name(path)}: {word}" for word in left if word not in _SAME_EVERYWHERE]
    assert found == []


def test_there_is_at_least_as_much_test_as_code():
    def lines(paths: Iterator[Path]) -> int:
        return sum(1 for p in paths for line in p.read_text().splitlines() if line.strip())

    code, tests = lines(iter(sources())), lines((ROOT / "tests").rglob("*.py"))
    assert tests >= code, f"{tests} lines of tests for {code} lines of code"
