import pytest

from handlers.language import Language
from handlers.telling.place import online, place
from knowledge.facts import Facts, Level, Method, Way
from knowledge.matching.match import Place
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY, LONG, SILENT, SOURCE

NOWHERE = Place()
HOME = Place(province="Lào Cai", commune="Phường Sa Pa")


def _with(**facts: object) -> Procedure:
    return Procedure(facts=Facts.model_validate({"code": "1.000009", "name": "Việc", **facts}), source=SOURCE)


def test_the_guide_s_words_come_first_and_the_home_s_own_desk_is_named(say: Language) -> None:
    assert place(say, BIRTH, NOWHERE).text == "Bộ phận một cửa của xã, phường nơi cư trú."
    assert place(say, BIRTH, HOME).text.endswith("Gần bạn: Phường Sa Pa.")


def test_the_desks_of_all_levels_and_the_agencies_are_told(say: Language) -> None:
    told = place(say, COPY, NOWHERE)

    assert told.text == "Bộ phận một cửa của xã, phường."
    assert told.items == (
        "Trung tâm Phục vụ hành chính công của tỉnh, thành phố.",
        "Cơ quan giải quyết: Ủy ban nhân dân cấp xã, Sở Tư pháp",
    )


def test_a_province_s_procedure_names_the_home_province(say: Language) -> None:
    assert place(say, _with(levels=(Level.PROVINCE,)), HOME).items == ("Gần bạn: Lào Cai.",)


def test_ministries_and_branches_have_their_words(say: Language) -> None:
    told = place(say, LONG, NOWHERE)

    assert told.text.startswith("Bộ, ngành trung ương")
    assert told.items == ("Cơ quan chuyên ngành: công an, thuế, bảo hiểm xã hội …",)


def test_an_address_is_told_and_an_unknown_place_is_said_to_be_unknown(say: Language) -> None:
    assert place(say, _with(address="12 Lê Lợi"), NOWHERE).text == "Địa chỉ trong danh mục: 12 Lê Lợi"
    assert place(say, SILENT, HOME).silent


@pytest.mark.parametrize(
    ("ways", "whole", "word", "silent"),
    [
        ((Way.ONLINE,), True, "làm trọn trên mạng", False),
        ((Way.DIRECT, Way.ONLINE), False, "Nộp được trên Cổng Dịch vụ công", False),
        (
            (Way.DIRECT, Way.POSTAL),
            False,
            "không ghi cách nộp qua mạng. Cách nộp có ghi: Nộp trực tiếp, Gửi bưu điện.",
            False,
        ),
        ((), False, "Danh mục quốc gia không ghi", True),
    ],
)
def test_how_far_it_can_be_done_online(
    say: Language, ways: tuple[Way, ...], whole: bool, word: str, silent: bool
) -> None:
    told = online(say, _with(methods=tuple(Method(way=way) for way in ways), fully_online=whole))

    assert word in told.text
    assert told.silent is silent


def test_the_guide_knows_best_how_to_file_online(say: Language) -> None:
    assert online(say, BIRTH).text == "Nộp được trên Cổng Dịch vụ công quốc gia."
