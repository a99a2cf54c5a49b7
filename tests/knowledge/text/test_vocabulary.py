from knowledge.text.vocabulary import Vocabulary, sound
from knowledge.text.words import words


def test_counts_and_bonds() -> None:
    known = Vocabulary().add([words("khai sinh"), words("khai tử"), words("khai sinh lại")])
    assert known.words["khai"] == 3
    assert known.total == 7
    assert known.bond("khai", "sinh") > known.bond("khai", "tu") > known.bond("sinh", "khai") == 0.0
    assert "tưr" in known.marked


def test_texts_may_count_several_times() -> None:
    known = Vocabulary().add([words("khai sinh")], times=4)
    assert known.pairs["khai sinh"] == 4


def test_what_sounds_alike_in_some_region_shares_a_key() -> None:
    for one, other in (
        ("tru", "chu"),
        ("han", "hang"),
        ("su", "xu"),
        ("cuoc", "cuot"),
        ("binh", "bin"),
        ("gia", "da"),
    ):
        assert sound(one) == sound(other)
    assert sound("sinh") != sound("tu")


def test_the_most_frequent_spelling_comes_first() -> None:
    known = Vocabulary().add([words("chủ trú trú 2 vneid1")])
    assert known.spelt == ("tru", "chu")
    assert known.by_sound[sound("tru")] == ("tru", "chu")


def test_what_was_packed_is_the_same() -> None:
    known = Vocabulary().add([words("khai sinh"), words("khai tử")], times=2)
    packed = Vocabulary.of(known.parts("v"), "v")
    assert (packed.words, packed.pairs, packed.marked) == (known.words, known.pairs, known.marked)
