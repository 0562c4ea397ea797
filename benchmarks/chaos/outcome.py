"""What one row of the fault table came to on one database."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NOT_RUN = "not run: "


@dataclass(frozen=True)
class Outcome:
    """`figure` is what was measured, in words; one that begins with "not run: " says why nothing was."""

    row: str
    database: str
    threshold: str
    figure: str
    held: bool
    notes: str = ""

    @property
    def was_run(self) -> bool:
        return not self.figure.startswith(NOT_RUN)

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Outcome":
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class NotRun(Exception):
    """This machine can't run the row; the text says why."""
