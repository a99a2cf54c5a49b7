import pytest

from handlers.language import Language
from handlers.telling.fee import fee
from knowledge.facts import Facts, Fee, FeeKind, Method, Way
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY, SOURCE


def _with(*fees: Fee) -> Procedure:
    method = Method(way=Way.DIRECT, fees=fees)
    return Procedure(facts=Facts(code="1.000009", name="Việc", methods=(method,)), source=SOURCE)


def test_the_guide_s_words_come_first(say: Language) -> None:
    assert fee(say, BIRTH).text == "Miễn lệ phí khi đăng ký đúng hạn."


def test_amounts_are_told_by_way_with_what_they_are_for(say: Language) -> None:
    assert fee(say, COPY).items == ("Nộp trực tiếp: Phí 8.000\u00a0₫ (mỗi bản)", "Nộp qua mạng: Miễn lệ phí")


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (Fee(kind=FeeKind.FEE, amount=50_000), "Lệ phí 50.000\u00a0₫"),
        (Fee(kind=FeeKind.PRICE, amount=1_000), "Giá 1.000\u00a0₫"),
        (
            Fee(kind=FeeKind.CHARGE, text="Do Hội đồng nhân dân tỉnh quy định"),
            "Do Hội đồng nhân dân tỉnh quy định",
        ),
        (Fee(kind=FeeKind.CHARGE, amount=0, text="Miễn"), "Miễn"),
    ],
)
def test_words_stay_words_and_figures_become_money(say: Language, one: Fee, told: str) -> None:
    assert fee(say, _with(one)).items == (told,)


def test_a_bare_zero_is_no_promise(say: Language) -> None:
    told = fee(say, _with(Fee(kind=FeeKind.FEE, amount=0), Fee(kind=FeeKind.FEE)))

    assert told.silent
    assert told.text.startswith("Danh mục quốc gia không ghi mức phí")
    assert told.items == ()
