"""Lists in one component: add a case to the YAML to add a test."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.component import Component
from knowledge.unpacking import Packed, unpack

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "data" / "unpacking.yaml").read_text())


def told(found: Packed | Component) -> Any:
    """As the YAML writes it."""
    if isinstance(found, Component):
        return found.name
    items = [told(item) for item in found.items]
    return {found.lead: items} if found.lead else items


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"]))
def test_a_list_is_opened_and_nothing_else(case: dict[str, Any]) -> None:
    items = case.get("items", case["text"])
    assert told(unpack(Component(name=case["text"]))) == ({case["lead"]: items} if "lead" in case else items)


def test_the_items_keep_code_and_quantities_and_the_first_paper_its_form() -> None:
    packed = unpack(Component(name="1. Ngày nộp 2. Đơn 3. Bản sao", code="K1", originals=2, form="Mẫu 01"))
    assert isinstance(packed, Packed)
    items = [item for item in packed.items if isinstance(item, Component)]
    assert [(item.code, item.originals, item.form) for item in items] == [
        ("K1", 2, ""),
        ("K1", 2, "Mẫu 01"),
        ("K1", 2, ""),
    ]
