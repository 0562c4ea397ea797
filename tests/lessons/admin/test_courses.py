import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from lessons.models import Course
from lessons.queries.courses import courses
from tests.lessons.admin.pages import complaints, form_values, path
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import spoken


def new_course(**changes: object) -> dict[str, object]:
    texts = {**spoken("title", "Wasps"), **spoken("description", "About wasps")}
    return {"slug": "wasps", "level": "advanced", "order": 2, "is_published": "on", **texts, **changes}


def test_a_course_is_added_in_three_languages(staff: Client, shelf: Shelf) -> None:
    assert staff.post(path("course_add"), new_course()).status_code == 302
    row = Course.objects.get(slug="wasps")
    assert (row.title_ru, row.title_uk, row.description_en) == ("Wasps ru", "Wasps uk", "About wasps en")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"slug": "bees"}, "already exists"),
        ({"title_uk": ""}, "This field is required."),
        ({"description_en": "x" * 301}, "at most 300 characters"),
        ({"level": "expert"}, "not one of the available choices"),
        ({"order": "99999999999999"}, "less than or equal to 32767"),
    ],
)
def test_a_wrong_course_is_refused_with_a_sentence(
    staff: Client, shelf: Shelf, change: dict[str, object], sentence: str
) -> None:
    assert sentence in complaints(staff.post(path("course_add"), new_course(**change)))
    assert Course.objects.count() == 1


def test_unpublishing_a_course_takes_it_from_the_menu(staff: Client, shelf: Shelf, ada) -> None:
    address = path("course_change", shelf.course.pk)
    values = form_values(staff, address)
    del values["is_published"]
    assert staff.post(address, values).status_code == 302
    assert courses(person_id=ada.pk) == ()


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
@pytest.mark.parametrize("name", ["course", "lesson", "question"])
def test_every_page_opens_in_every_language(staff: Client, shelf: Shelf, name: str, language: str) -> None:
    row = {"course": shelf.course, "lesson": shelf.first, "question": shelf.questions[0]}[name]
    for address in (path(f"{name}_changelist"), path(f"{name}_add"), path(f"{name}_change", row.pk)):
        assert staff.get(address, HTTP_ACCEPT_LANGUAGE=language).status_code == 200


def test_an_editor_needs_the_permission(client: Client, shelf: Shelf) -> None:
    editor = User.objects.create_user("ed", password="x", is_staff=True)
    client.force_login(editor)
    address = path("course_change", shelf.course.pk)
    assert client.get(address).status_code == 403
    editor.user_permissions.add(Permission.objects.get(codename="change_course"))
    assert client.get(address).status_code == 200


def test_strangers_are_sent_to_the_login(client: Client, shelf: Shelf) -> None:
    response = client.get(path("course_changelist"))
    assert response.status_code == 302
    assert "login" in response.headers["Location"]
