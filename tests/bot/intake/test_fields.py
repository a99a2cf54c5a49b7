from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from bot.intake.fields import (
    Amount,
    DossierId,
    Items,
    Line,
    Moment,
    Prose,
    RequiredMoment,
    StatusNumber,
    lowered,
)
from storage.reports import Status

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))

MOMENT: TypeAdapter[datetime | None] = TypeAdapter(Moment)
REQUIRED: TypeAdapter[datetime] = TypeAdapter(RequiredMoment)
STATUS: TypeAdapter[Status] = TypeAdapter(StatusNumber)
AMOUNT: TypeAdapter[int | None] = TypeAdapter(Amount)
CODE: TypeAdapter[str] = TypeAdapter(DossierId)
LINE: TypeAdapter[str] = TypeAdapter(Line)
PROSE: TypeAdapter[str] = TypeAdapter(Prose)
ITEMS: TypeAdapter[list[dict[str, Any]]] = TypeAdapter(Annotated[list[dict[str, Any]], Items])


@pytest.mark.parametrize(("sent", "meant"), CASES["moments"])
def test_moments_are_read_in_every_way_they_are_written(sent: object, meant: str) -> None:
    assert MOMENT.validate_python(sent) == REQUIRED.validate_python(sent) == datetime.fromisoformat(meant)


@pytest.mark.parametrize("sent", CASES["no_moment"])
def test_no_moment_is_written_in_many_ways_too(sent: object) -> None:
    assert MOMENT.validate_python(sent) is None
    with pytest.raises(ValidationError, match="is empty"):
        REQUIRED.validate_python(sent)


@pytest.mark.parametrize("sent", CASES["bad_moments"], ids=str)
def test_what_is_no_moment_is_refused(sent: object) -> None:
    with pytest.raises(ValidationError, match="is not a date"):
        MOMENT.validate_python(sent)


@pytest.mark.parametrize(("sent", "meant"), CASES["statuses"])
def test_states_are_numbers_or_their_text(sent: object, meant: int) -> None:
    assert STATUS.validate_python(sent) is Status(meant)


@pytest.mark.parametrize("sent", CASES["bad_statuses"], ids=str)
def test_there_are_ten_states_and_no_more(sent: object) -> None:
    with pytest.raises(ValidationError, match="is not one of the ten states"):
        STATUS.validate_python(sent)


@pytest.mark.parametrize(("sent", "meant"), CASES["amounts"])
def test_amounts_are_whole_dong(sent: object, meant: int | None) -> None:
    assert AMOUNT.validate_python(sent) == meant


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        (None, ""),
        (" Đăng\u00a0ký\n khai sinh ", "Đăng ký khai sinh"),
        (1.5, "1.5"),
        (12, "12"),
        ("\ud800", "?"),
    ],
)
def test_a_line_is_clean_text(sent: object, meant: str) -> None:
    assert LINE.validate_python(sent) == meant


def test_prose_keeps_its_lines_and_is_composed() -> None:
    assert PROSE.validate_python("Thie\u0302\u0301u:\r\n- giấy") == "Thiếu:\n- giấy"


@pytest.mark.parametrize("sent", [True, [], {}], ids=str)
def test_what_is_no_text_is_refused(sent: object) -> None:
    with pytest.raises(ValidationError):
        LINE.validate_python(sent)


def test_a_dossier_code_is_in_capitals() -> None:
    assert CODE.validate_python(" h55.242-20260609-0001 ") == "H55.242-20260609-0001"


@pytest.mark.parametrize("sent", ["", None, "không có mã", "1" * 65])
def test_what_is_no_dossier_code_is_refused(sent: object) -> None:
    with pytest.raises(ValidationError):
        CODE.validate_python(sent)


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ([{"a": 1}, {"b": 2}], [{"a": 1}, {"b": 2}]),
        ({"a": 1}, [{"a": 1}]),
        ([{"a": 1}, "b", None], [{"a": 1}]),
        ([], []),
        ("", []),
        (None, []),
    ],
)
def test_a_list_may_be_blank_or_one_object(sent: object, meant: list[dict[str, int]]) -> None:
    assert ITEMS.validate_python(sent) == meant


def test_names_are_lowered_and_nothing_else_is() -> None:
    assert lowered({"IDHoSo": {"A": "B"}}) == {"idhoso": {"A": "B"}}
    assert lowered("IDHoSo") == lowered(None) == {}
