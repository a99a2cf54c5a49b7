from datetime import date

from handlers.language import Language
from handlers.source import source
from knowledge.facts import Decision
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, COPY


def test_the_source_the_decision_and_the_day_of_checking_stand_on_one_line(say: Language) -> None:
    assert source(say, BIRTH).text == (
        "Nguồn: Cổng Dịch vụ công quốc gia · Quyết định 1234/QĐ-BTP ngày 12/3/2026 · kiểm tra 22/11/2026"
    )


def test_without_a_decision_the_day_of_publication_stands_there(say: Language) -> None:
    assert "công bố 18/7/2026" in source(say, COPY).text


def _decided(number: str, day: date | None = None) -> Procedure:
    facts = COPY.facts.model_copy(update={"decision": Decision(number=number, decided=day)})
    return COPY.model_copy(update={"facts": facts})


def test_a_decision_without_a_day_and_one_with_a_long_number_stay_short(say: Language) -> None:
    assert "Quyết định 99/QĐ ·" in source(say, _decided("99/QĐ")).text
    assert len(source(say, _decided("số " * 100)).text) < 140
