"""Which fields exist once per language (read by django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from lessons.enums import LANGUAGES
from lessons.models import Course, Lesson, Option, Question


@register(Course)
class CourseTranslation(TranslationOptions):
    fields = ("title", "description")
    required_languages = LANGUAGES


@register(Lesson)
class LessonTranslation(TranslationOptions):
    fields = ("title", "body")
    required_languages = LANGUAGES


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("text", "explanation")
    required_languages = LANGUAGES


@register(Option)
class OptionTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = LANGUAGES
