"""Which words of one root meet across a verb's prefix, and which only look alike."""

import pytest

from botapp.ai.offline.likeness import taken_up, words_of
from botapp.ai.offline.roots import marks, one_root, sought


@pytest.mark.parametrize(
    "pair",
    [
        "штраф оштрафовал",
        "штрафы оштрафованы",
        "штрафует оштрафовал",
        "голосов проголосовали",
        "арест арестовали",
        "траты потратила",
        "плату заплатили",
        "долг задолжала",
        "вред навредил",
        "блокировка заблокировала",
        "регистрация зарегистрировала",
        "публикация опубликовал",
        "банкрот обанкротилась",
        "штраф оштрафувала",
        "штрафують оштрафували",
        "скарги поскаржилися",
        "шкоди нашкодила",
        "голоси проголосували",
        "арешт заарештували",
        "блокування заблокувала",
        "реєстрація зареєструвала",
    ],
)
def test_words_of_one_root_meet(pair):
    one, other = pair.split()
    assert one_root(one, other)
    assert one_root(other, one)
    assert sought(one) & marks(other)
    assert sought(other) & marks(one)


@pytest.mark.parametrize(
    "pair",
    [
        "запуск выпуск",
        "ставка поставка",
        "ставка поставил",
        "право управлял",
        "держать задержали",
        "тесты протестовали",
        "блок заблокировали",
        "становится остановила",
        "дата продала",
        "лучший получила",
        "читать считали",
        "часть участвовали",
        "жалоба обжаловал",
        "скарга оскаржили",
        "банк обанкротилась",
        "место заместил",
        "страна пострадали",
        "следователь последовали",
        "монета монетизация",
        "стан встановили",
        "ключ виключив",
        "блок заблокувала",
        "знак назначили",
        "держим задержали",
        "говорили приговорил",
        "точний уточнюють",
        "пустые випустив",
        "версія завершила",
        "части участилися",
    ],
)
def test_words_that_only_look_alike_do_not_meet(pair):
    one, other = pair.split()
    assert not one_root(one, other)
    assert not sought(one) & marks(other)
    assert not sought(other) & marks(one)
    assert not one_root(other, one)


@pytest.mark.parametrize("pair", ["жалобы пожаловалось", "скарга скаржилися", "complaints complained"])
def test_a_complaint_meets_whoever_complains(pair):
    one, other = pair.split()
    assert taken_up(words_of(one), words_of(other))


@pytest.mark.parametrize("pair", ["жалоба обжаловал", "скарга оскаржили", "жалоба жалованье"])
def test_neither_an_appeal_nor_a_salary_is_a_complaint(pair):
    one, other = pair.split()
    assert not taken_up(words_of(one), words_of(other))
