from handlers.telling.told import Told


def test_in_short_it_is_the_sentences_or_else_the_list() -> None:
    assert Told(text="Miễn phí.", items=("a",)).in_short() == "Miễn phí."
    assert Told(items=("a", "b")).in_short() == "a; b"


def test_nothing_known_says_so_and_is_marked() -> None:
    assert Told.nothing("Danh mục không ghi.") == Told(text="Danh mục không ghi.", silent=True)
