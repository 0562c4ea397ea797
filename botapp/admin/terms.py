from django.contrib import admin
from unfold.admin import ModelAdmin

from botapp.admin.knowledge import language_tabs
from botapp.models import Term


@admin.register(Term)
class TermAdmin(ModelAdmin):
    """The glossary. A change shows in the next explanation."""

    list_display = ("slug", "ticker", "name_ru", "name_uk", "name_en", "is_active")
    list_editable = ("is_active",)
    list_filter = ("is_active", ("ticker", admin.EmptyFieldListFilter))
    search_fields = ("slug", "ticker", "name_ru", "name_uk", "name_en", "forms_ru", "forms_uk", "forms_en")
    fieldsets = [
        (None, {"fields": ("slug", "ticker", "is_active")}),
        *language_tabs(("name", "meaning", "forms")),
    ]
