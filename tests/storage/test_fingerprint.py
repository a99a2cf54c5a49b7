from storage.fingerprint import digest, moment, sortable
from tests.storage.moments import NOW, later


def test_a_digest_is_the_same_in_every_process() -> None:
    assert digest({"b": "đ", "a": NOW}) == digest({"a": NOW, "b": "đ"})
    assert digest({"a": 1}) == "f9d86028c6e0d64e225186f96acb6933"
    assert digest({"a": 1}) != digest({"a": 2})


def test_moments_sort_as_texts() -> None:
    assert sortable(NOW) == "20261122T020000.000000"
    assert sortable(later(-1)) < sortable(NOW) < sortable(later(0.001))


def test_a_moment_comes_back_from_its_text() -> None:
    assert moment(sortable(later(0.5))) == later(0.5)
