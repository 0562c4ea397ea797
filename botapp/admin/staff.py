"""Django's own users and groups in the looks of the rest."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from analytics.admin.page import Page
from botapp.admin.seen_texts import SeenTexts

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class StaffAdmin(UserAdmin, Page):  # type: ignore[misc]  # Django's stubs want its own list
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm


@admin.register(Group)
class StaffGroupAdmin(SeenTexts, GroupAdmin, Page):  # type: ignore[misc]  # Django's stubs want its own list
    pass
