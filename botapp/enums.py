"""Closed sets that more than one layer speaks of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    RUSSIAN = "ru", "Русский"
    UKRAINIAN = "uk", "Українська"
    ENGLISH = "en", "English"


class Depth(models.TextChoices):
    """How much an explanation takes for granted."""

    SIMPLE = "simple", _("Simple")
    NORMAL = "normal", _("Normal")
    PRO = "pro", _("In depth")


class PromptKind(models.TextChoices):
    NEWS = "news", _("News item")
    QUESTION = "question", _("Question")
    LESSON = "lesson", _("Lesson")


class Level(models.TextChoices):
    """How much a lesson takes for granted."""

    BEGINNER = "beginner", _("Beginner")
    INTERMEDIATE = "intermediate", _("Intermediate")
    ADVANCED = "advanced", _("Advanced")
    EXPERT = "expert", _("Expert")


class Mode(models.TextChoices):
    """In which way an item is explained."""

    PLAIN = "plain", _("Plainly")
    EXAMPLES = "examples", _("With examples")
    ANALOGY = "analogy", _("By analogy")
    STEPS = "steps", _("Step by step")
    CHECK = "check", _("With questions")
