from pathlib import Path

import pytest
import yaml

from knowledge.text.lexicon import lexicon_texts
from knowledge.text.marking import Marks
from knowledge.text.reader import Reader
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import words

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Vocabulary().add(lexicon_texts()), Marks().add(lexicon_texts()))


@pytest.mark.parametrize(("typed", "read"), CASES)
def test_reading(reader: Reader, typed: str, read: str) -> None:
    assert " ".join(word.bare for word in reader.read(typed).words) == read


def test_marks_are_trusted_only_where_there_are_any(reader: Reader) -> None:
    assert reader.read("đi lam").words == words("đi lam")
    assert reader.read("sổ đỏ").words == words("sổ đỏ")


def test_marks_that_were_left_out_are_put_back(reader: Reader) -> None:
    assert reader.read("mat so do").words == words("mất sổ đỏ")
    assert reader.read("dk tam tru").words == words("đăng ký tạm trú")


def test_clauses_stay_apart(reader: Reader) -> None:
    assert len(reader.read("Em mất ví. Giờ làm lại căn cước?").clauses) == 2


def test_nothing_is_read_from_nothing(reader: Reader) -> None:
    assert reader.read(" 😀 ").words == ()
