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


def test_nobody_else_learns_that_the_command_exists(chat):
    assert chat.say("/admin_stats").text == chat.say("/no_such_thing").text.replace(
        "/no_such_thing", "/admin_stats"
    )
