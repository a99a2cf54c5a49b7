from knowledge.text.neighbours import Neighbours

TEXTS = (("giấy", "khai", "sinh"), ("khai", "sinh"))


def test_words_and_pairs_are_counted_as_often_as_is_told() -> None:
    neighbours = Neighbours()
    neighbours.count(TEXTS)
    neighbours.count(TEXTS[:1], times=3)

    assert neighbours.words == {"giấy": 4, "khai": 5, "sinh": 5}
    assert neighbours.pairs == {"giấy khai": 4, "khai sinh": 5}


def test_counts_are_packed_and_taken_in_again() -> None:
    counted, unpacked = Neighbours(), Neighbours()
    counted.count(TEXTS)
    unpacked.unpack(counted.packed("some"), "some")

    assert (unpacked.words, unpacked.pairs) == (counted.words, counted.pairs)
