"""The buttons of the lessons. Each names rows; services check them again at every press."""

from dataclasses import dataclass

from botapp.telegram.buttons import Button


@dataclass(frozen=True)
class OpenMenu(Button, prefix="learn"):
    """The list of courses."""


@dataclass(frozen=True)
class OpenCourse(Button, prefix="course"):
    course: int


@dataclass(frozen=True)
class OpenLesson(Button, prefix="lesson"):
    lesson: int


@dataclass(frozen=True)
class ReadPage(Button, prefix="read"):
    """Another page of a lesson that is open; `page` from 1."""

    lesson: int
    page: int


@dataclass(frozen=True)
class StartQuestions(Button, prefix="ask"):
    """The next question without an answer, or the first of a new round."""

    lesson: int


@dataclass(frozen=True)
class Choose(Button, prefix="choose"):
    question: int
    option: int
    round: int


@dataclass(frozen=True)
class ShowResult(Button, prefix="score"):
    lesson: int


@dataclass(frozen=True)
class OpenRelated(Button, prefix="related"):
    """Under an explanation: the lesson that goes with its kind of event."""

    kind: str


@dataclass(frozen=True)
class OpenTermLesson(Button, prefix="term_lesson"):
    """Under a word of the glossary: the lesson that explains it."""

    term: str
