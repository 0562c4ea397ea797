"""What a reasoning model thinks aloud before its answer, as DeepSeek R1 and Qwen do."""

_BEGIN, _END = "<think>", "</think>"


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
        self._tail = text[1 - len(_END) :]
        if self._has_begun:
            return self._after_end(text)
        return self._decided() if "{" in piece or _END in text else ""

    def held(self) -> str:
        """What is held back because it may become a thought yet, and has not begun as one."""
        text = "".join(self._held)
        return "" if text.lstrip().startswith(_BEGIN) else text

    def _decided(self) -> str:
        text = "".join(self._held)
        self._held.clear()
        self._has_begun = text.lstrip().startswith(_BEGIN) or "{" not in text.partition(_END)[0]
        if self._has_begun:
            return self._after_end(text)
        self._is_over = True
        return text

    def _after_end(self, text: str) -> str:
        _thought, end, answer = text.partition(_END)
        self._is_over = bool(end)
        return answer
