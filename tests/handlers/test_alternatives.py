import pytest

from handlers.alternatives import Alternative, alternatives, meant
from handlers.state import State
from knowledge.facts import Level, Scope
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, BIRTH_AGAIN, COPY, FakeLibrary
from tests.fakes.talk import Talk

NEW = Alternative(code="1.000001", label="Cấp thẻ mới", tell="Chưa có thẻ bao giờ")
LOST = Alternative(code="1.000002", label="Cấp lại thẻ", tell="Thẻ bị mất")


def _twin(code: str, **facts: object) -> Procedure:
    """Another procedure of the same name."""
    return COPY.model_copy(update={"facts": COPY.facts.model_copy(update={"code": code, **facts})})


async def _of(talk: Talk, *codes: str, beside: str = "") -> tuple[Alternative, ...]:
    return await alternatives(talk.turn(State()), codes, beside)


async def test_the_same_name_twice_says_where_each_is_handled(talk: Talk) -> None:
    talk.library = FakeLibrary(
        (
            COPY,
            _twin("2.000636", levels=(Level.MINISTRY,)),
            _twin("1.115000", scope=Scope.PROVINCIAL, publisher="UBND tỉnh Lào Cai"),
        )
    )

    assert [one.label for one in await _of(talk, "2.000635", "2.000636", "1.115000")] == [
        "Cấp bản sao trích lục hộ tịch (ở xã, phường)",
        "Cấp bản sao trích lục hộ tịch (ở bộ, ngành trung ương)",
        "Cấp bản sao trích lục hộ tịch (Lào Cai)",
    ]


async def test_each_is_told_apart_by_the_others_by_itself_or_by_its_field(talk: Talk) -> None:
    alone, field = await _of(talk, BIRTH_AGAIN.code, COPY.code)
    (beside,) = await _of(talk, BIRTH_AGAIN.code, beside=BIRTH.code)

    assert alone.tell == "Làm lại giấy khai sinh khi cả sổ gốc và bản chính đều mất."
    assert beside.tell == "Đã khai sinh nhưng mất sổ gốc"
    assert field.tell == "Hộ tịch"


async def test_what_nobody_holds_is_left_out(talk: Talk) -> None:
    assert [one.code for one in await _of(talk, "1.999999", COPY.code)] == [COPY.code]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("thẻ bị mất", [LOST]),
        ("cap lai", [LOST]),
        ("dạ chưa có", [NEW]),
        ("thẻ", [NEW, LOST]),
        ("mất ví", []),
        ("", []),
    ],
)
def test_a_line_means_those_that_hold_all_of_its_words(line: str, codes: list[Alternative]) -> None:
    assert list(meant((NEW, LOST), line)) == codes
