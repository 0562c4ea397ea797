"""What a reasoning model thinks aloud before its answer, as DeepSeek R1 and Qwen do."""

import re

_NAME = "think(?:ing)?|thought|reasoning"
_BEGIN = re.compile(rf"[\s\u200b\ufeff]*<(?:{_NAME})\b[^<>]{{0,80}}>", re.IGNORECASE)
_END = re.compile(rf"</(?:{_NAME})>", re.IGNORECASE)
_LONGEST_END = len("</reasoning>")


class ThinkingAloud:
    """Leaves thoughts out of a text that comes in pieces; looks at each character once.

    Thoughts end at their mark. They begin with theirs too, or, where a service has put that into its
    prompt, with the text; these hold no brace, with which an answer begins.
    """

    def __init__(self) -> None:
        self._held: list[str] = []
        self._tail = ""  # the last characters, in which the mark of the end may have begun
        self._has_begun = False
        self._is_over = False

    def left_out(self, piece: str) -> str:
        """What of a piece, and of what was held back before it, is no thought."""
        if self._is_over:
            return piece
        if not self._has_begun:
            self._held.append(piece)
        text = self._tail + piece
        self._tail = text[1 - _LONGEST_END :]
        if self._has_begun:
            return self._after_end(text)
        return self._decided() if "{" in piece or _END.search(text) else ""

    def held(self) -> str:
        """What is held back because it may become a thought yet, and has not begun as one."""
        text = "".join(self._held)
        return "" if _BEGIN.match(text) else text

    def _decided(self) -> str:
        text = "".join(self._held)
        self._held.clear()
        self._has_begun = bool(_BEGIN.match(text)) or "{" not in _END.split(text, 1)[0]
        if self._has_begun:
            return self._after_end(text)
        self._is_over = True
        return text

    def _after_end(self, text: str) -> str:
        _thought, *answer = _END.split(text, 1)
        self._is_over = bool(answer)
        return "".join(answer)
