from botapp.enums import Depth
from botapp.telegram.features import CardAction, Feature, registry
from botapp.telegram.keyboards.card import SCALE, Deepen, card_keys, depth_keys
from botapp.telegram.keyboards.menu import OpenMenu
from botapp.telegram.keys import Key, markup


def test_a_key_presses_a_button_or_opens_an_address():
    assert markup([[Key("Menu", OpenMenu()), Key("Site", url="https://example.org")]]) == {
        "inline_keyboard": [
            [{"text": "Menu", "callback_data": "menu"}, {"text": "Site", "url": "https://example.org"}]
        ]
    }


def test_no_keys_are_no_keyboard():
    assert markup(None) is None
    assert markup([]) is None
    assert markup([[], []]) is None


def test_the_scale_of_depths_is_complete():
    assert set(SCALE) == set(Depth)


def test_simpler_and_deeper_lead_one_step_each():
    steps = {depth: [key.button for key in depth_keys(7, depth=depth)] for depth in SCALE}
    assert steps == {
        Depth.SIMPLE: [Deepen(7, Depth.NORMAL)],
        Depth.NORMAL: [Deepen(7, Depth.SIMPLE), Deepen(7, Depth.PRO)],
        Depth.PRO: [Deepen(7, Depth.NORMAL)],
    }


def test_the_largest_row_numbers_fit_the_buttons():
    for row in card_keys(2**63 - 1, depth="normal", kind="k" * 50):
        for key in row:
            assert len(key.button.pack().encode()) <= 64


def test_what_other_apps_register_stands_under_the_card_where_it_applies():
    action = CardAction("Beside", lambda number, kind: OpenMenu() if kind == "hack" else None, order=1)
    registry.register(Feature(name="beside", card_actions=(action,)))
    try:
        assert card_keys(1, depth="normal", kind="hack")[2][0].label == "Beside"
        assert "Beside" not in str(card_keys(1, depth="normal", kind="lawsuit"))
    finally:
        registry._features.pop("beside")
