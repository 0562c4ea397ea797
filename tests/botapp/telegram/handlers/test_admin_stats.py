def test_staff_see_the_numbers(chat, settings):
    settings.ADMIN_IDS = (chat.person.id,)
    chat.say("/start")
    chat.say("The SEC sued Binance today with 13 charges.")
    chat.press("👍")
    text = chat.say("/admin_stats").text
    assert "People: 1 · 1" in text
    assert "Explanations: 1 · 1" in text
    assert "Verdicts: 1 · 1" in text
    assert "Errors: 0 · 0" in text


def test_a_lesson_counts_as_one_wherever_it_came_from(chat, settings):
    settings.ADMIN_IDS = (chat.person.id,)
    chat.say("/teach defi beginner")
    chat.say("/learn")
    chat.press("Blockchain basics · 0/2")
    chat.press("1. What a blockchain is")
    stats = chat.say("/admin_stats").text
    assert "Lessons: 2 · 2" in stats
    assert "Explanations: 0 · 0" in stats


def test_nobody_else_learns_that_the_command_exists(chat):
    assert chat.say("/admin_stats").text == chat.say("/no_such_thing").text.replace(
        "/no_such_thing", "/admin_stats"
    )
