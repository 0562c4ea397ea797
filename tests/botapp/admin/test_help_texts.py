"""What stands beside the fields of the admin: each says what it holds, in the language of staff."""

import html

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import override

from botapp.models import ApiKey, EventKind, Person, Term
from lessons.models import Course, Lesson, Question
from tests.botapp.models.rows import a_person

pytestmark = pytest.mark.django_db
EDITED = [Person, Term, EventKind, ApiKey, Course, Lesson, Question]


def _row(model):
    if model is Person:
        return a_person()
    return ApiKey.objects.create(name="x", digest="1") if model is ApiKey else model.objects.first()


def _shown_fields(model, row, user) -> list:
    request = RequestFactory().get("/")
    request.user = user
    page = admin.site._registry[model]
    names = [name for _, facts in page.get_fieldsets(request, row) for name in facts["fields"]]
    fields = {field.name: field for field in model._meta.get_fields()}
    return [fields[name] for name in names if isinstance(name, str) and name in fields]


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
@pytest.mark.parametrize("model", EDITED, ids=lambda model: model.__name__)
def test_every_field_of_a_form_is_explained(model, language, admin_client, admin_user):
    row = _row(model)
    fields = _shown_fields(model, row, admin_user)
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])
    with override(language):
        page = html.unescape(admin_client.get(address, headers={"Accept-Language": language}).text)
        silent = [field.name for field in fields if html.unescape(str(field.help_text)) not in page]
    assert len(fields) >= 3
    assert silent == []


def test_every_sign_of_a_cue_is_explained_in_every_language():
    for language in ("ru", "uk", "en"):
        with override(language):
            said = str(EventKind._meta.get_field(f"cues_{language}").help_text)
        assert all(sign in said for sign in "*…^"), said


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_no_help_text_hides_words_as_a_tag(client, admin_user, language):
    client.force_login(admin_user)
    page = client.get("/admin/botapp/eventkind/add/", headers={"Accept-Language": language})
    assert "&lt;date&gt;" in page.text
    assert "<date>" not in page.text
