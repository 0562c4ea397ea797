"""What a reasoning model thinks aloud before its answer, as DeepSeek R1 and Qwen do."""

_BEGIN, _END = "<think>", "</think>"


class ThinkingAloud:
    """Leaves thoughts out of a text that comes in pieces; looks at each character once.

    Only at the beginning: behind the first other word everything is the answer's. Thoughts that do not
    end leave nothing.
    """

    def __init__(self) -> None:
        self._kept = ""  # what may yet become the mark that is looked for
        self._has_begun = False
        self._is_over = False

    def left_out(self, piece: str) -> str:
        """What of a piece, and of those that were held back, is no thought."""
        if self._is_over:
            return piece
        text = self._kept + piece
        if not self._has_begun:
            text = text.lstrip()
            if len(text) < len(_BEGIN) and _BEGIN.startswith(text):
                self._kept = text
                return ""
            self._has_begun = text.startswith(_BEGIN)
            if not self._has_begun:
                self._is_over = True
                return text
        _thought, end, answer = text.partition(_END)
        self._is_over = bool(end)
        self._kept = text[-len(_END) :]
        return answer
