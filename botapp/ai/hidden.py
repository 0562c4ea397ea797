"""Characters that nobody sees and a model reads: taken out of what it is asked and of what it says."""

import re
import unicodedata

# Control characters; zero width, direction and other format characters; tags; variation selectors that carry
# bytes; letters without ink. Joiners stay between emoji, one selector stays behind an emoji.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    "|(?<![\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
    "|(?<![\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff#*0-9])[\ufe00-\ufe0f]|[\ufe00-\ufe0d]"
)
# What turns the direction stands between words: without a space they would become one.
_TURN = re.compile("(?<=\\S)[\u202a-\u202e\u2066-\u2069]+(?=\\S)")
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TAGS = re.compile("(?<!\U0001f3f4)[\U000e0020-\U000e007e]{4,}")
_TAG_BASE = 0xE0000
# Letters that look like those of the other alphabet.
TO_LATIN = str.maketrans("аеорсухіјѕԁһкмтвнАВЕКМНОРСТУХІЅЈ", "aeopcyxijsdhkmtbhABEKMHOPCTYXISJ")
TO_CYRILLIC = str.maketrans("aeopcyxiABEKMHOPCTYX", "аеорсухіАВЕКМНОРСТУХ")
_TWO_ALPHABETS = re.compile(r"[A-Za-z][а-яёіїєґѕԁһА-ЯЁІЇЄҐ]|[а-яёіїєґѕԁһА-ЯЁІЇЄҐ][A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ONLY_CYRILLIC = re.compile(r"[бгджзийлпфцчшщъыьэюяёїєґБГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯЁЇЄҐ]")


def visible(text: str) -> str:
    """The text as a person sees it: hidden characters gone, halves of characters replaced."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", _TURN.sub(" ", _LONE_SURROGATE.sub("\ufffd", text)))


def unturned(text: str) -> str:
    """The text without what turns its direction: of staff, who hide nothing between two words."""
    return text.translate(_TURNS)


def unmasked(text: str) -> str:
    """The visible text, each word in one alphabet: as its author wants people to read it, and no filter."""
    seen = unicodedata.normalize("NFC", visible(text))
    return _LETTERS.sub(_in_one_alphabet, seen) if _TWO_ALPHABETS.search(seen) else seen


def _in_one_alphabet(word: re.Match[str]) -> str:
    spelled = word.group()
    if not _TWO_ALPHABETS.search(spelled):
        return spelled
    return spelled.translate(TO_CYRILLIC if _ONLY_CYRILLIC.search(spelled) else TO_LATIN)


def smuggled(text: str) -> str:
    """What a text says in tag characters, "" if nothing: nobody types those."""
    return " ".join("".join(chr(ord(char) - _TAG_BASE) for char in found) for found in _TAGS.findall(text))
