from handlers.language import Language
from handlers.telling.rules import conditions, legal, result, steps
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, BIRTH_AGAIN, COPY, SILENT


def _guided(**words: object) -> Procedure:
    assert BIRTH_AGAIN.guide is not None
    return BIRTH_AGAIN.model_copy(update={"guide": BIRTH_AGAIN.guide.model_copy(update=words)})


def test_the_guide_s_steps_are_numbered_and_its_tips_follow(say: Language) -> None:
    told = steps(say, BIRTH)

    assert told.text == "Bước 1: Chuẩn bị giấy tờ.\nBước 2: Nộp và nhận giấy hẹn."
    assert told.items == ("Kiểm tra tên bé thật kỹ.",)


def test_the_catalogue_s_steps_keep_their_names(say: Language) -> None:
    assert steps(say, COPY).text.startswith("Bước 1\nNgười dân nộp hồ sơ.")


def test_the_result_is_the_guide_s_or_the_catalogue_s(say: Language) -> None:
    assert result(say, BIRTH_AGAIN).items == ("Giấy khai sinh",)
    assert result(say, _guided(result="Giấy khai sinh mới")).text == "Giấy khai sinh mới"


def test_conditions_are_the_guide_s_or_the_catalogue_s(say: Language) -> None:
    assert conditions(say, BIRTH_AGAIN).text == "Sổ gốc và bản chính đều mất."
    assert conditions(say, _guided(conditions="Mất cả hai.")).text == "Mất cả hai."


def test_laws_stand_by_number_and_name(say: Language) -> None:
    assert legal(say, BIRTH).items == ("60/2014/QH13: Luật Hộ tịch",)
    assert legal(say, COPY).items == ("60/2014/QH13",)


def test_where_the_catalogue_is_silent_each_says_so(say: Language) -> None:
    told = [one(say, SILENT) for one in (steps, result, conditions, legal)]

    assert all(one.text.startswith("Danh mục quốc gia không ghi") and not one.items for one in told)
