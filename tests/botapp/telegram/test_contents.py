import pytest

from botapp.telegram import contents

SIZES = [
    {"file_id": "small", "width": 90, "height": 90},
    {"file_id": "large", "width": 1280, "height": 960},
    {"file_id": "middle", "width": 320, "height": 240},
]


def test_the_largest_size_of_a_photo_is_read():
    assert contents.pictures({"photo": SIZES}) == ("large",)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"file_id": "a", "mime_type": "image/png"}, ("a",)),
        ({"file_id": "a", "mime_type": "application/pdf"}, ()),
        ({"file_id": "a"}, ()),
    ],
)
def test_a_file_may_be_a_picture(document, expected):
    assert contents.pictures({"document": document}) == expected


def test_links_are_cut_out_by_telegrams_own_measure():
    text = "🚀 see example.com/a and this, or example.com/a"
    marks = [
        {"type": "url", "offset": 7, "length": 13},
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "text_link", "offset": 25, "length": 4, "url": "https://example.org/b"},
        {"type": "url", "offset": 34, "length": 13},
    ]
    assert contents.links({"text": text, "entities": marks}) == ("example.com/a", "https://example.org/b")
    assert contents.links({"caption": text, "caption_entities": marks}) == contents.links(
        {"text": text, "entities": marks}
    )


@pytest.mark.parametrize("username", ["", "a/b", "../x", "x" * 40, "імʼя", None])
def test_only_a_username_makes_an_address(username):
    chat = {"title": "Wire", "username": username}
    assert contents.post({"forward_origin": {"type": "channel", "chat": chat, "message_id": 7}}) == ""


def test_a_name_of_two_parts_is_one():
    told = {"type": "user", "sender_user": {"first_name": "Ada", "last_name": "Lovelace"}}
    assert contents.origin({"forward_origin": told}) == "Ada Lovelace"
