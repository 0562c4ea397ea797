from botapp.ai.identity import Same


def test_only_one_and_the_same_object_is_the_same_key() -> None:
    words, alike = ("a", "b"), tuple("ab")
    assert words == alike
    made = {Same(words): 1, Same(alike): 2}
    assert (len(made), made[Same(words)], made[Same(alike)]) == (2, 1, 2)
    assert Same(words) != words
