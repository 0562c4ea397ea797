"""The side menu of the admin: every line leads to a page, and only to pages one may see."""

import re
from pathlib import Path

import pytest
import unfold
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.contrib.staticfiles import finders
from django.urls import resolve, reverse
from django.utils.module_loading import import_string
from django.utils.translation import override

from rvx_site.admin_words import WORDS

pytestmark = pytest.mark.django_db
ITEMS = [item for group in settings.UNFOLD["SIDEBAR"]["navigation"] for item in group["items"]]
LISTS = [item for item in ITEMS if "permission" in item]


@pytest.fixture
def helper(client) -> User:
    """Somebody on the staff who may see nothing yet."""
    user = User.objects.create_user("helper", password="x", is_staff=True)
    client.force_login(user)
    return user


def _menu(page: str) -> set[str]:
    """The lists that the page links to."""
    return set(re.findall(r'href="(/admin/\w+/\w+/)"', page))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item["icon"]))
def test_every_line_of_the_menu_opens(item, admin_client):
    assert admin_client.get(str(item["link"])).status_code == 200


def test_a_superuser_sees_every_line(admin_client):
    assert {str(item["link"]) for item in LISTS} <= _menu(admin_client.get("/admin/").text)


def test_who_may_see_nothing_sees_no_line(client, helper):
    assert _menu(client.get("/admin/").text) == set()


@pytest.mark.parametrize("item", LISTS, ids=lambda item: str(item["icon"]))
def test_a_line_appears_with_the_right_to_see_its_page_and_brings_no_other(item, client, helper):
    link = str(item["link"])
    model = resolve(link).func.model_admin.model
    assert client.get(link).status_code == 403
    codename = f"view_{model._meta.model_name}"
    helper.user_permissions.add(
        Permission.objects.get(codename=codename, content_type__app_label=model._meta.app_label)
    )
    assert _menu(client.get("/admin/").text) == {link}
    assert client.get(link).status_code == 200


def test_every_model_of_ours_that_has_a_page_has_a_line_or_stands_in_anothers_page():
    lines = {str(item["link"]) for item in LISTS}
    models = [m for m in admin.site._registry if m._meta.app_label in {"botapp", "lessons", "analytics"}]
    pages = {m: reverse(f"admin:{m._meta.app_label}_{m._meta.model_name}_changelist") for m in models}
    assert {m._meta.model_name for m, page in pages.items() if page not in lines} <= {
        "answer",
        "bookmark",
        "counter",
        "feedback",
        "progress",
    }


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_line_is_called_something_in_the_language_of_staff(language):
    with override("en"):
        english = [str(item["title"]) for item in ITEMS]
    with override(language):
        said = [str(item["title"]) for item in ITEMS]
    assert [title for title in said if title in english] == []
    assert len(set(said)) == len(said)


def test_the_overview_is_made_by_a_function_that_is_there():
    assert callable(import_string(settings.UNFOLD["DASHBOARD_CALLBACK"]))


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("address", ["/admin/lessons/lesson/", "/admin/lessons/question/add/", "/admin/"])
def test_no_word_of_the_library_stays_english(admin_client, language, address):
    page = admin_client.get(address, headers={"Accept-Language": language}).text
    shown = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    texts = {text.strip() for text in re.findall(r'[>"]([^<>"]+)[<"]', shown)}
    assert not texts & set(WORDS) - {"False", "True"}, "those two are also values of attributes"


def test_each_word_is_one_that_the_library_says():
    root = Path(unfold.__file__).parent
    said = "".join(
        file.read_text(encoding="utf-8") for kind in ("html", "py") for file in root.rglob(f"*.{kind}")
    )
    assert not [word for word in WORDS if word not in said]


def test_pages_carry_what_they_need_on_a_phone(admin_client):
    assert 'href="/static/site/admin.css"' in admin_client.get("/admin/lessons/question/").text
    assert finders.find("site/admin.css")
