"""The table in docs/offline.md: what the explainer without AI keeps of each sample item.

    python -m benchmarks.offline_table            prints it
    python -m benchmarks.offline_table --write    puts it into docs/offline.md

Needs neither database nor network. Milliseconds are of the thread's own time, the best of five.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.botapp.ai.long_items import LongItem
from tests.botapp.ai.measuring import measured
from tests.botapp.ai.sample_items import SAMPLES

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "offline.md"
_BEGIN, _END = "<!-- table -->", "<!-- end of table -->"
_RUNS = 5
_TITLE = 60  # characters of an item's beginning


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put it into docs/offline.md")
    table = "\n".join(_table())
    if not parser.parse_args().write:
        print(table)
        return
    before, _, rest = _PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    _PAGE.write_text(f"{before}{_BEGIN}\n{table}\n{_END}{after}", encoding="utf-8")


def _table() -> Iterator[str]:
    yield "| item | kind | lead kept | numbers kept | unsupported | terms | ms |"
    yield "|---|---|---|---|---|---|---|"
    yield from map(_row, SAMPLES)


def _row(item: LongItem) -> str:
    runs = [measured(item) for _ in range(_RUNS)]
    found = runs[0]
    title = " ".join(item.text.split())[:_TITLE].rsplit(" ", 1)[0].replace("|", "/")
    kind = item.kind if found.kind == item.kind else f"{found.kind or 'none'} (should be {item.kind})"
    cells = (
        f"{item.language}: {title} …",
        kind,
        "yes" if found.lead_kept else "**no**",
        f"{len(found.numbers_kept)}/{len(item.numbers)}",
        str(len(found.unsupported)),
        str(found.terms_found),
        f"{min(run.milliseconds for run in runs):.1f}",
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
