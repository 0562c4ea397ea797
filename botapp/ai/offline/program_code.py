"""Program code, told from prose line by line."""

import re

_LINES = (
    r"(?:async )?def \w+\(.{0,200}",
    r"class \w+.{0,100}[:{]",
    r"(?:from [\w.]+ )?import [\w.*{}, '\"/]+;?",
    r"#(?:include|define|pragma|!).{0,200}",
    r"(?:if|elif|for|while|with|except|else|try|switch|do|finally)\b.{0,200}[:{]",
    r"(?:const|let|var|int|float|double|char|bool|string|uint\d*|auto|val) \w+.{0,200}[=;].{0,200}",
    r"(?:public|private|protected|static|export|function|func|fn|struct|contract|interface|pragma)\b.{0,200}[;{}(=]",
    r"(?:return|raise|yield|throw|await)\b.{0,200}",
    r"[A-Za-z_$][\w.$\[\]'\"]* ?(?:[-+*/|&]=|:=|=(?!=)) ?\S.{0,200}",
    r"[A-Za-z_$][\w.$]*\(.{0,200}\)(?:\.\w+\(.{0,100}\))?[;:{]?",
    r"[\[\](){};,]+",
    r"\}.{0,40}[;{]",
    r"(?:SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|FROM|WHERE|(?:LEFT )?JOIN|GROUP BY|ORDER BY)\b.{0,200}",
    r"(?:\$ )?(?:sudo|npm|pip|git|docker|cd|apt-get|chmod|mkdir|rm) [\w./-]+.{0,200}",
    r".{0,200};",
)
_COMMENT = re.compile(r"(?:#|//|/\*|\*|--) ?")
_CODE = re.compile("|".join(f"(?:{line})" for line in _LINES))
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,200}>")
# A line that is one even by itself.
_SURE = re.compile(
    r"[a-z_][\w.]*\(['\"].{0,200}['\"]\);?|SELECT .{1,200} FROM \w+.{0,200}"
    r"|(?:def|function) \w+\(.{0,100}\) ?[:{].{0,200}|(?:const|let|var) \w+ = .{1,200};"
    r"|for \w+ in \w+\(.{0,50}\): ?.{0,200}"
)


def is_code(text: str) -> bool:
    """Whether most lines of a text are program code: two at least, or one that can be nothing else."""
    lines = [line.strip() for line in text.splitlines() if line.strip() not in ("", "```")]
    lines = [line for line in lines if not line.startswith("```")]
    if len(lines) == 1:
        return bool(_SURE.fullmatch(lines[0]))
    told = [line for line in lines if not _COMMENT.match(line) or line.startswith("#include")]
    found = sum(bool(_CODE.fullmatch(line)) for line in told)
    sure = sum(any(sign in line for sign in "(){}[]=<>") for line in told)
    return found >= 2 and 10 * found >= 6 * len(told) and 10 * sure >= 4 * len(told)


def is_markup(text: str) -> bool:
    """Whether every line of a text begins with a tag, and most of it is tags and not what they hold."""
    held = _TAG.sub("", text)
    return 2 * len("".join(held.split())) < len(text) and all(
        line.lstrip().startswith("<") for line in text.splitlines() if line.strip()
    )
