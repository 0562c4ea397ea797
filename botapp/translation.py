"""Which fields exist once per language (read by django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from botapp.models import EventKind, Term


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ("name", "meaning", "forms")


@register(EventKind)
class EventKindTranslation(TranslationOptions):
    fields = (
        "name",
        "how_it_works",
        "who_is_touched",
        "what_next",
        "analogy",
        "example",
        "questions",
        "cues",
    )
