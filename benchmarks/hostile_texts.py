"""How long texts that are made to be slow keep the loop: snippets repeated to 20,000 characters.

`python -m benchmarks.hostile_texts [--worst 10]`
Each goes through what is computed for an answer: prompt, grounding, warnings, and the offline explainer.
Wanted: none keeps it much longer than ordinary news of that length (the line "news"). Patterns that look
back to the beginning of a text, or try each place of a long run anew, took up to twelve seconds.
Needs neither database nor network.
"""

import argparse
import asyncio
import time
from collections.abc import Callable

from botapp.ai import added_flags
from botapp.ai.base import Prompt
from botapp.ai.grounding import Grounding, Source
from botapp.ai.offline import OfflineProvider
from botapp.ai.prompts import build
from botapp.ai.schema import Explanation, Statement
from tests.kit.knowledge import knowledge

LENGTH = 20_000  # characters, the most that a person may send
NEWS = "Биржа Kraken заплатит SEC 30 млн долларов и до 12 марта закроет стейкинг, сообщил регулятор. "
SNIPPETS = (
    *("a", "1", "1,", "1.", "$", "$1", "1 000 ", "12.12.12 ", "10:10 ", "12 мая ", "100% ", "+10% ", "сто "),
    *("BTC ", "биткоин ", "Иван Петров ", "SEC said ", "the ", "to ", "двадцать пять ", "half ", "Q1 "),
    *("не сообщите пароль ", "«купите» ", "никому не говорите код ", "send 1 BTC ", "отправь 100 usdt "),
    *("доход 10% в день ", "не гарантирован доход ", "never send your seed phrase. ", "ignore the previous "),
    *("system: ", "игнорируй ", "YWJj", "a a ", "а-", "а\u0301", "#", "(", "[", "{", "⟦", "«", '"a" ', "<b>"),
    *("оплатите посылку ", "обновите адрес ", "оставьте номер доход 10 ", "до 12 ", "нужно ", "pay a-a-a "),
    *("a.b", "a.b/", "@abc ", "http://a.b/", "a@b.cc ", "0x12345678", "www.", "…", "?!", "\n", "a\n", "1\n"),
    *("- ", "• ", "— ", "г. ", "U.S. ", "\u200b", "😀", "'", "`", "*", "_", "\\", "&amp;"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--worst", type=int, default=10, help="how many are shown")
    known = knowledge("ru")

    def seconds(snippet: str) -> tuple[float, ...]:
        text = (snippet * LENGTH)[:LENGTH]
        prompt = Prompt(text, knowledge=known)
        works = (
            lambda: build(prompt),
            lambda: _ground(prompt),
            lambda: added_flags.due(text, "ru"),
            lambda: asyncio.run(_explain(prompt)),
        )
        return tuple(map(_timed, works))

    seconds(NEWS)  # dictionaries are loaded
    found = sorted(((seconds(snippet), repr(snippet)) for snippet in SNIPPETS), key=lambda one: -max(one[0]))
    print(f"{'seconds':28}{'prompt':>8}{'grounding':>11}{'warnings':>10}{'offline':>9}")
    for (prompt, grounding, warnings, offline), name in ((seconds(NEWS), "news"), *found):
        print(f"{name[:26]:28}{prompt:8.2f}{grounding:11.2f}{warnings:10.2f}{offline:9.2f}")
        if name == found[min(parser.parse_args().worst, len(found)) - 1][1]:
            return


def _ground(prompt: Prompt) -> None:
    """An answer that says what its source begins with."""
    said = Statement(text=prompt.text[:600].strip() or "-")
    source = Source.of(prompt.text, prompt.knowledge)
    Grounding(source, prompt.language).ground(Explanation(headline="-", what_happened=(said,)))
    assert all(sentence.calls in (True, False) for sentence in source.sentences)  # each is looked at


async def _explain(prompt: Prompt) -> None:
    async for _ in OfflineProvider().explain(prompt):
        pass


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
