from lessons.admin.answers import AnswerAdmin
from lessons.admin.courses import CourseAdmin
from lessons.admin.lessons import LessonAdmin
from lessons.admin.progress import ProgressAdmin
from lessons.admin.questions import QuestionAdmin

__all__ = ["AnswerAdmin", "CourseAdmin", "LessonAdmin", "ProgressAdmin", "QuestionAdmin"]
