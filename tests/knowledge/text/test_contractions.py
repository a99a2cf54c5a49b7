import pytest

from knowledge.text.contractions import Contractions
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import words

KNOWN = Vocabulary().add(
    map(words, ["độc thân", "thai sản", "tài sản", "hưởng thai sản", "giấy phép", "kinh tế"])
)


@pytest.mark.parametrize(
    ("token", "before", "meant"),
    [
        ("đthân", "giấy", ("doc", "thân")),
        ("tsản", "hưởng", ("thai", "sản")),
        ("gphép", "", ("giay", "phép")),
        ("tế", "", ()),
        ("xsản", "", ()),
        ("sản", "", ()),
        ("g7", "", ()),
    ],
)
def test_the_first_letters_stand_for_a_word(token: str, before: str, meant: tuple[str, ...]) -> None:
    assert Contractions(KNOWN).written_out(token, before) == meant
