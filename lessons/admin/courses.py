from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from analytics.admin.page import Page
from analytics.admin.tall import TallFields
from botapp.admin.knowledge import language_tabs
from botapp.admin.seen_texts import SeenTexts
from lessons.models import Course


@admin.register(Course)
class CourseAdmin(TallFields, SeenTexts, Page):
    """Courses; the order and the publication are changed in the list."""

    rows = {"description": 3}
    list_display = ("title", "level", "lessons_count", "order", "is_published")
    list_editable = ("order", "is_published")
    list_filter = ("level", "is_published")
    search_fields = ("slug", "title_ru", "title_uk", "title_en")
    prepopulated_fields = {"slug": ["title_en"]}
    fieldsets = [
        (None, {"fields": ("slug", "level", "order", "is_published")}),
        *language_tabs(("title", "description")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Course]:
        return super().get_queryset(request).annotate(lessons_count=Count("lessons"))

    @admin.display(description=_("lessons"), ordering="lessons_count")
    def lessons_count(self, row: Course) -> int:
        return int(row.lessons_count)  # type: ignore[attr-defined]  # annotated above
