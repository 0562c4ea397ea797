from lessons.models.answer import Answer
from lessons.models.course import Course
from lessons.models.lesson import Lesson
from lessons.models.progress import Progress
from lessons.models.question import Option, Question

__all__ = ["Answer", "Course", "Lesson", "Option", "Progress", "Question"]
