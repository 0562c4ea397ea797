from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline

from analytics.admin.page import Page
from analytics.admin.tall import TallFields
from botapp.admin.knowledge import language_tabs
from botapp.admin.seen_texts import SeenTexts
from lessons.admin.forms import MAX_OPTIONS, OptionForm, OptionFormSet
from lessons.models import Option, Question


class OptionInline(TallFields, SeenTexts, TabularInline):
    rows = {"text": 1}
    model = Option
    form = OptionForm
    formset = OptionFormSet
    fields = ("order", "text_ru", "text_uk", "text_en", "is_right")
    max_num = MAX_OPTIONS
    verbose_name = _("answer")
    verbose_name_plural = _("answers")

    def get_extra(self, request: object, obj: Question | None = None, **kwargs: object) -> int:
        """Four empty rows for a new question; more are added by a link."""
        return 0 if obj else 4


@admin.register(Question)
class QuestionAdmin(TallFields, SeenTexts, Page):
    """Questions with their answers. A change shows at the next tap."""

    rows = {"text": 2, "explanation": 4}
    list_display = ("text", "lesson", "order", "is_published")
    list_editable = ("order", "is_published")
    list_filter = ("lesson__course", "lesson", "is_published")
    list_select_related = ("lesson",)
    search_fields = ("slug", "text_ru", "text_uk", "text_en")
    prepopulated_fields = {"slug": ["text_en"]}
    inlines = (OptionInline,)
    fieldsets = [
        (None, {"fields": ("lesson", "slug", "order", "is_published")}),
        *language_tabs(("text", "explanation")),
    ]
