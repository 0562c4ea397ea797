from dataclasses import dataclass

import pytest

from botapp.telegram.buttons import Button
from botapp.telegram.features import CardAction, Command, Feature, MenuEntry, Registry, discover


async def _answer(dialogue, press=None):
    """Nothing to do."""


@dataclass(frozen=True)
class Pressed(Button, prefix="test_features"):
    pass


@pytest.fixture(autouse=True, scope="module")
def forget_the_button():
    yield
    Button.kinds.pop("test_features", None)


@pytest.mark.parametrize(
    "second",
    [
        Feature(name="first"),
        Feature(name="second", commands=(Command("go", "Go", _answer),)),
        Feature(name="second", buttons={Pressed: _answer}),
    ],
    ids=["name", "command", "button"],
)
def test_nothing_is_registered_twice(second):
    registry = Registry()
    first = Feature(name="first", commands=(Command("go", "Go", _answer),), buttons={Pressed: _answer})
    registry.register(first)
    with pytest.raises(ValueError, match="taken"):
        registry.register(second)
    assert list(registry) == [first]


def test_menu_and_card_actions_are_sorted_by_their_order():
    registry = Registry()
    registry.register(
        Feature(
            name="late",
            menu=(MenuEntry("z", Pressed(), order=90),),
            card_actions=(CardAction("z", lambda *_: None, order=90),),
        )
    )
    registry.register(
        Feature(
            name="early",
            menu=(MenuEntry("a", Pressed(), order=10),),
            card_actions=(CardAction("a", lambda *_: None, order=10),),
        )
    )
    assert [entry.label for entry in registry.menu()] == ["a", "z"]
    assert [action.label for action in registry.card_actions()] == ["a", "z"]


def test_a_button_that_nobody_handles_has_no_handler():
    with pytest.raises(KeyError):
        Registry().button_handler(Pressed())


def test_every_app_is_found_and_exactly_one_feature_takes_texts():
    registry = discover()
    assert {"explain", "lessons"} <= {feature.name for feature in registry}
    assert sum(feature.on_text is not None for feature in registry) == 1


def test_every_button_of_the_product_is_handled():
    handled = {kind for feature in discover() for kind in feature.buttons}
    ours = {kind for kind in Button.kinds.values() if not kind.__module__.startswith("tests.")}
    assert ours <= handled


def test_command_names_are_what_telegram_takes():
    for command in discover().commands():
        assert command.name.isascii()
        assert command.name == command.name.lower()
        assert 1 <= len(command.name) <= 32
        assert 1 <= len(str(command.description)) <= 256
