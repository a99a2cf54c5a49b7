import pytest

from bot.channels.telegram.place import Place


@pytest.mark.parametrize("place", [Place(7), Place(-100123), Place(-100123, 45)], ids=str)
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    assert Place.read(place.text) == place


def test_in_a_group_others_read_along() -> None:
    assert Place(-1).public
    assert not Place(1).public
