from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline

from analytics.admin.page import Page
from analytics.admin.tall import TallFields
from botapp.admin.knowledge import language_tabs
from botapp.admin.seen_texts import SeenTexts
from lessons.admin.forms import LessonForm
from lessons.enums import LANGUAGES
from lessons.markup import pages
from lessons.models import Lesson, Question

_LINK = "text-primary-600 underline dark:text-primary-500"


class QuestionInline(TabularInline):
    """The lesson's questions with links to their own pages, where the options stand."""

    model = Question
    fields = ("order", "question", "is_published")
    readonly_fields = ("question",)
    extra = 0
    can_delete = False
    hide_title = True

    @admin.display(description=_("question"))
    def question(self, row: Question) -> SafeString:
        """A link that is there without a mouse above it."""
        address = reverse("admin:lessons_question_change", args=[row.pk])
        return format_html('<a class="{}" href="{}">{}</a>', _LINK, address, row.text or row.slug)

    def has_add_permission(self, request: HttpRequest, obj: Lesson | None = None) -> bool:
        return False


@admin.register(Lesson)
class LessonAdmin(TallFields, SeenTexts, Page):
    """Lessons: one tab a language, a preview as the chat shows it, the questions below."""

    form = LessonForm
    rows = {"body": 24, "sources": 4}
    list_display = ("title", "course", "questions_count", "order", "is_published", "updated_at")
    list_editable = ("order", "is_published")
    list_filter = ("course", "is_published")
    list_select_related = ("course",)
    search_fields = ("slug", "title_ru", "title_uk", "title_en", "body_ru", "body_uk", "body_en")
    prepopulated_fields = {"slug": ["title_en"]}
    readonly_fields = ("preview", "updated_at")
    inlines = (QuestionInline,)
    fieldsets = [
        (None, {"fields": ("course", "slug", "order", "is_published", "sources", "updated_at")}),
        *language_tabs(("title", "body")),
        (_("Preview"), {"classes": ["tab"], "fields": ("preview",)}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lesson]:
        return super().get_queryset(request).annotate(questions_count=Count("questions"))

    @admin.display(description=_("questions"), ordering="questions_count")
    def questions_count(self, row: Lesson) -> int:
        return int(row.questions_count)  # type: ignore[attr-defined]  # annotated above

    @admin.display(description=_("as the chat shows it"))
    def preview(self, row: Lesson) -> SafeString:
        """The saved text of each language, divided into the pages that a reader turns."""
        texts = [
            {"title": getattr(row, f"title_{code}"), "pages": pages(getattr(row, f"body_{code}") or "")}
            for code in LANGUAGES
        ]
        return render_to_string("admin/lessons/preview.html", {"texts": texts})
