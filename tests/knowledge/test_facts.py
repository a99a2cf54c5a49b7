import pytest
from pydantic import ValidationError

from knowledge.facts import Facts, Fee, FeeKind, Scope, Unit


def test_code_and_name_are_enough() -> None:
    facts = Facts(code="1.001193", name="Thủ tục đăng ký khai sinh")
    assert (facts.scope, facts.groups, facts.fully_online, facts.decision) == (
        Scope.NATIONWIDE,
        (),
        False,
        None,
    )


@pytest.mark.parametrize("missing", ["code", "name"])
def test_without_code_or_name_there_are_none(missing: str) -> None:
    known = {"code": "1.001193", "name": "x"}
    del known[missing]
    with pytest.raises(ValidationError):
        Facts.model_validate(known)


def test_a_bare_fee_says_neither_an_amount_nor_that_it_is_free() -> None:
    fee = Fee(kind=FeeKind.FEE)
    assert (fee.amount, fee.text) == (None, "")


def test_the_portal_s_other_is_no_unit() -> None:
    assert "other" not in set(Unit)


def test_the_same_facts_are_equal_and_survive_json() -> None:
    facts = Facts(code="1.001193", name="Đăng ký khai sinh", results=("Giấy khai sinh",))
    assert Facts.model_validate_json(facts.model_dump_json(exclude_defaults=True)) == facts
