"""Which fields exist once per language (read by django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from botapp.enums import Language
from lessons.models import Course, Lesson, Option, Question


@register(Course)
class CourseTranslation(TranslationOptions):
    fields = ("title", "description")
    required_languages = tuple(Language.values)


@register(Lesson)
class LessonTranslation(TranslationOptions):
    fields = ("title", "body")
    required_languages = tuple(Language.values)


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("text", "explanation")
    required_languages = tuple(Language.values)


@register(Option)
class OptionTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = tuple(Language.values)
