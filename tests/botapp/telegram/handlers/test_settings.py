import pytest

from botapp.models import Person


def test_one_message_shows_every_choice_and_ticks_what_is_in_use(chat):
    reply = chat.say("/settings")
    assert reply.rows[0] == ["Русский", "Українська", "✓ English"]
    assert reply.rows[1] == ["Simple", "✓ Normal", "In depth"]
    assert "Time zone: UTC, " in reply.text


def test_each_tap_edits_the_message_and_counts_at_once(chat):
    message = chat.say("/settings").messages[0]["message_id"]
    reply = chat.press("Simple")
    assert [m["message_id"] for m in reply.messages] == [message]
    assert reply.rows[1] == ["✓ Simple", "Normal", "In depth"]
    assert Person.objects.get().depth == "simple"
    reply = chat.press("Русский")
    assert reply.rows[0][0] == "✓ Русский"
    assert Person.objects.get().language == "ru"


def test_a_common_time_zone_is_a_tap(chat):
    chat.say("/settings")
    chat.press("Time zone")
    reply = chat.press("Kyiv")
    assert "Time zone: Kyiv, " in reply.text
    assert Person.objects.get().time_zone == "Europe/Kyiv"
    assert "✓ Kyiv" in chat.press("Time zone").buttons
    assert chat.press("‹ Settings").text.startswith("Your settings")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Lisbon", "Europe/Lisbon"),
        ("new york", "America/New_York"),
        ("asia/tbilisi", "Asia/Tbilisi"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("kyiv", "Europe/Kyiv"),
        ("utc", "UTC"),
    ],
)
def test_a_city_or_a_name_of_the_list_can_be_typed(chat, typed, name):
    assert chat.say(f"/timezone {typed}").text.startswith("Your settings")
    assert Person.objects.get().time_zone == name


@pytest.mark.parametrize("typed", ["Atlantis", "../../etc/passwd", "x" * 4000, "Europe/", "\x00", "%s", "😀"])
def test_a_place_that_nobody_knows_is_answered_with_examples(chat, typed):
    reply = chat.say(f"/timezone {typed}")
    assert reply.text.startswith(("I don't know that place, ", "Where do you live?"))
    assert Person.objects.get().time_zone == ""


def test_without_a_place_the_common_ones_are_offered(chat):
    assert "Warsaw" in chat.say("/timezone").buttons


@pytest.mark.parametrize(
    "data", ["set:depth:deepest", "set:language:xx", "set:zone:Atlantis", "set:name:Ada"]
)
def test_a_forged_choice_changes_nothing(chat, data):
    chat.say("/settings")
    before = Person.objects.values().get()
    assert chat.press_data(data).toast
    after = Person.objects.values().get()
    assert {**before, "seen_at": None} == {**after, "seen_at": None}


def test_a_time_zone_that_the_machine_does_not_know_any_more_is_utc(chat):
    chat.say("/start")
    Person.objects.update(time_zone="Europe/Atlantis")
    assert ", at 00:00 (UTC)" in chat.say("/limits").text


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Киев", "Europe/Kyiv"),
        ("Київ", "Europe/Kyiv"),
        ("Лиссабон", "Europe/Lisbon"),
        ("Лісабон", "Europe/Lisbon"),
        ("харьков", "Europe/Kyiv"),
        ("Харків", "Europe/Kyiv"),
        ("МСК", "Europe/Moscow"),
        ("Киев,", "Europe/Kyiv"),
        ("Knox, Indiana", "America/Indiana/Knox"),
        ("Одесса, Украина", "Europe/Kyiv"),
        ("Санкт-Петербург", "Europe/Moscow"),
        ("Нью Йорк", "America/New_York"),
        ("Мюнхен", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("Wroclaw", "Europe/Warsaw"),
        ("Kiev", "Europe/Kyiv"),
        ("Польша", "Europe/Warsaw"),
        ("Німеччина", "Europe/Berlin"),
        ("UTC+3", "Etc/GMT-3"),
        ("+3", "Etc/GMT-3"),
        ("gmt -5", "Etc/GMT+5"),
        ("−03:00", "Etc/GMT+3"),
        ("UTC+0", "UTC"),
        ("+5:45", "Asia/Kathmandu"),
    ],
)
def test_a_place_may_be_named_as_people_name_it(chat, typed, name):
    assert chat.say(f"/timezone {typed}").text.startswith("Your settings")
    assert Person.objects.get().time_zone == name


@pytest.mark.parametrize("typed", ["UTC+15", "-13", "+3:07", "Одесса, Польша", ",", "3", "%"])
def test_what_is_no_place_changes_nothing_and_is_answered_with_examples(chat, typed):
    chat.say("/timezone Варшава")
    reply = chat.say(f"/timezone {typed}")
    assert reply.text.startswith("I don't know that place, so your time stays as it was.")
    assert "/timezone UTC+3" in reply.text
    assert Person.objects.get().time_zone == "Europe/Warsaw"


def test_a_name_with_several_times_is_a_choice(chat):
    reply = chat.say("/timezone США")
    assert reply.text.startswith("Which one of “США”?")
    assert [button.partition(",")[0] for button in reply.buttons][:3] == ["New York", "Chicago", "Denver"]
    assert not Person.objects.get().time_zone
    assert "Time zone: Chicago, " in chat.press(reply.buttons[1]).text
    assert Person.objects.get().time_zone == "America/Chicago"


def test_cities_of_one_name_are_a_choice_only_if_their_times_differ(chat):
    assert "Which one of" in chat.say("/timezone Valencia").text
    assert "Your settings" in chat.say("/timezone Россия, Москва").text


def test_a_time_zone_is_told_in_the_language_of_the_person(chat):
    chat.say("/language")
    chat.press("Русский")
    assert "Лиссабон, " in chat.say("/timezone Lisbon").text
    assert "UTC+3, " in chat.say("/timezone +3").text
    assert "UTC−5, " in chat.say("/timezone -5").text


@pytest.mark.parametrize(
    ("typed", "ending"),
    [
        ("GMT+5:30", " (UTC+5:30)"),
        ("+5:45", " (UTC+5:45)"),
        ("UTC+3", " now"),
        ("Tokyo", " (UTC+9)"),
        ("-10", " now"),
    ],
)
def test_how_far_from_utc_a_place_is_stands_there_once(chat, typed, ending):
    lines = chat.say(f"/timezone {typed}").text.splitlines()
    line = next(line for line in lines if line.startswith("Time zone: "))
    assert line.endswith(ending)
    assert line.count("UTC") == 1
    told = [line for line in chat.say("/profile").text.splitlines() if line.startswith("Time zone: ")]
    assert told[0].count("UTC") == 1


@pytest.mark.parametrize(("language", "city"), [("ru", "Одесса"), ("uk", "Одеса"), ("en", "Odesa")])
def test_how_to_name_a_place_is_shown_with_the_command(chat, language, city):
    chat.say("/start")
    Person.objects.update(language=language)
    shown = chat.say("/timezone").text
    assert f"/timezone {city}" in shown
    assert "латин" not in shown
    chat.say(f"/timezone {city}")
    assert Person.objects.get().time_zone == "Europe/Kyiv"
