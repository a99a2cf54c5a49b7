from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge import procedure_file
from knowledge.procedure import Procedure, Source

GUIDED = procedure_file.read(Path(__file__).parent / "data" / "1.000001.yaml")


def test_it_is_known_by_its_code_and_the_guide_s_short_name() -> None:
    assert (GUIDED.code, GUIDED.name) == ("1.000001", "Cấp thẻ thư viện xã")


def test_without_a_guide_it_has_the_official_name() -> None:
    plain = Procedure(facts=GUIDED.facts, source=GUIDED.source)
    assert plain.name == "Thủ tục cấp thẻ thư viện xã"
    assert not plain.stale


@pytest.mark.parametrize("missing", ["published", "checked"])
def test_a_source_has_both_days(missing: str) -> None:
    days = {"published": "2026-07-18", "checked": "2026-11-22"}
    del days[missing]
    with pytest.raises(ValidationError):
        Source.model_validate(days)


def test_a_source_is_the_national_portal_unless_it_says_otherwise() -> None:
    assert GUIDED.source.name == "Cổng Dịch vụ công quốc gia"
