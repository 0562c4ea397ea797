"""Which fields exist once per language (read by django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from lessons.models import Course, Lesson, Option, Question


@register(Course)
class CourseTranslation(TranslationOptions):
    fields = ("title", "description")


@register(Lesson)
class LessonTranslation(TranslationOptions):
    fields = ("title", "body")


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("text", "explanation")


@register(Option)
class OptionTranslation(TranslationOptions):
    fields = ("text",)
