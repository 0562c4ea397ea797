from botapp.models import Person

ITEM = "The SEC sued Binance today with {} charges."


def test_the_number_shown_is_the_number_enforced(chat):
    chat.say("/start")
    Person.objects.update(daily_limit=2)
    assert "Explanations left today: 2 of 2" in chat.say("/limits").text
    chat.say(ITEM.format(13))
    chat.say(ITEM.format(14))
    assert "Explanations left today: 0 of 2" in chat.say("/limits").text
    assert chat.say(ITEM.format(15)).text.startswith("That was the last of today's 2 explanations.")


def test_the_hour_of_the_next_ones_is_told_in_the_persons_time_zone(chat):
    assert ", 00:00 (UTC)" in chat.say("/limits").text
    Person.objects.update(time_zone="Asia/Tashkent")
    assert ", 05:00 (Tashkent)" in chat.say("/limits").text
