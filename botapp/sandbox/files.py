"""Files that people and bots sent; they live in memory."""

import itertools
from dataclasses import dataclass
from typing import Any

from botapp.sandbox.errors import bad_request


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: str
    name: str
    content: bytes
    mime_type: str

    @property
    def unique_id(self) -> str:
        return f"u{self.id}"

    @property
    def path(self) -> str:
        return f"files/{self.id}/{self.name}"

    def as_file(self) -> dict[str, Any]:
        return {**self.as_reference(), "file_path": self.path}

    def as_reference(self) -> dict[str, Any]:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}

    def as_document(self) -> dict[str, Any]:
        return {"file_name": self.name, "mime_type": self.mime_type, **self.as_reference()}

    def as_photo(self) -> list[dict[str, Any]]:
        width, height = _png_size(self.content)
        return [{**self.as_reference(), "width": width, "height": height}]


class Files:
    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._numbers = itertools.count(1)

    def keep(self, content: bytes, *, name: str, mime_type: str = "application/octet-stream") -> StoredFile:
        stored = StoredFile(f"sandboxfile{next(self._numbers)}", name, content, mime_type)
        self._files[stored.id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        found = self._files.get(file_id)
        if found is None:
            raise bad_request("invalid file_id")
        return found


def _png_size(content: bytes) -> tuple[int, int]:
    """The size in a PNG's header; anything else is shown as 800 by 600."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    return 800, 600
