"""Bodies that came packed, unpacked piece by piece and never past a bound."""

import zlib

from botapp.web.errors import LinkAway, LinkTooLarge

_ANY_HEADER = 47  # zlib: gzip or deflate, whichever the first bytes say
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class Unpacked:
    """A body of at most `most` bytes, packed and unpacked. Raises LinkTooLarge beyond, LinkAway for junk."""

    def __init__(self, encoding: str, most: int) -> None:
        self._most = most
        self._came = 0
        self._content = bytearray()
        self._packer = zlib.decompressobj(_ANY_HEADER) if encoding.strip().lower() in _PACKED else None
        if self._packer is None and encoding.strip().lower() not in ("", "identity"):
            raise LinkAway

    def add(self, chunk: bytes) -> None:
        """Take what came over the wire."""
        self._came += len(chunk)
        if self._came > self._most:
            raise LinkTooLarge
        self._content += self._unpacked(chunk)
        if len(self._content) > self._most:
            raise LinkTooLarge

    def whole(self) -> bytes:
        """All of it. A packed body that ends early is given as far as it goes."""
        return bytes(self._content)

    def _unpacked(self, chunk: bytes) -> bytes:
        if self._packer is None:
            return chunk
        try:
            # One byte more than is taken shows that there is too much.
            return self._packer.decompress(chunk, self._most + 1 - len(self._content))
        except zlib.error as error:
            raise LinkAway from error
