import pytest

from bot.channels.zalo_bot.place import Place


@pytest.mark.parametrize("place", [Place("6ede"), Place("6ede", public=True)])
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    assert Place.read(place.text) == place


def test_a_group_is_told_from_a_person_of_the_same_number() -> None:
    assert Place("6ede").text != Place("6ede", public=True).text
