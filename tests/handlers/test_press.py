from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.errors import PressDesignError, UnknownPressError
from handlers.handout import Form
from handlers.press import (
    LIMIT,
    Code,
    Codes,
    Flag,
    Number,
    OptionalSlug,
    Page,
    Press,
    Quartet,
    Slug,
    Width,
    decode,
)
from handlers.presses import Card, FactOf, Home, Why
from knowledge.matching.match import Aspect

_CODES = st.from_regex(r"[1-9]\.[0-9]{6,9}", fullmatch=True)
_SLUGS = st.from_regex(r"[a-z0-9_]{1,16}", fullmatch=True)
_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    Code: _CODES,
    Codes: st.lists(_CODES, max_size=3).map(tuple),
    Quartet: st.lists(_CODES, min_size=1, max_size=4).map(tuple),
    Slug: _SLUGS,
    OptionalSlug: _SLUGS | st.just(""),
    Number: st.integers(0, 9_999_999_999),
    Page: st.integers(0, 999),
    Flag: st.integers(0, 1),
    Aspect: st.sampled_from(Aspect),
    Form: st.sampled_from(Form),
    Why: st.sampled_from(Why),
}


def _presses(kind: type[Press]) -> st.SearchStrategy[Press]:
    fields = {name: _VALUES[hint] for name, hint in kind.__annotations__.items()}
    return st.builds(kind, **fields)


@given(st.sampled_from(list(Press.kinds.values())).flatmap(_presses))
def test_every_press_fits_and_comes_back_as_it_went(press: Press) -> None:
    data = press.encode()

    assert len(data.encode()) <= type(press).width() <= LIMIT
    assert decode(data) == press


def test_what_a_kind_got_later_is_left_out_so_old_buttons_still_work() -> None:
    assert Card(code="1.001193").encode() == "c:1.001193"
    assert FactOf(code="1.001193", aspect=Aspect.FEE, page=2).encode() == "f:1.001193:fee:2"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "nobody",
        "c",
        "c:",
        "c:1.001193:",
        "c:1.001193:1.000001,",
        "c:1.001193:1.000001,1.000002,1.000003,1.000004",
        "c:1.001193:1.000001:more",
        "c:../../etc",
        "c:1.٠٠١١٩٣",
        "f:1.001193:price",
        "f:1.001193:fee:0",
        "f:1.001193:fee:-1",
        "t:1:giay:2",
        "t:1_0:giay:1",
        "t: 1:giay:1",
        "t:99999999999:giay:1",
        "q:1.001193:Giấy",
        "m:x",
    ],
)
def test_whatever_we_would_not_have_written_is_unknown(data: str) -> None:
    with pytest.raises(UnknownPressError):
        decode(data)


def test_an_error_does_not_repeat_more_than_a_button_may_hold() -> None:
    with pytest.raises(UnknownPressError) as caught:
        decode("x" * 10_000)
    assert len(str(caught.value)) < 2 * LIMIT


def test_a_prefix_is_taken_once() -> None:
    with pytest.raises(PressDesignError, match="taken"):
        type("Second", (Press,), {"__module__": __name__}, prefix="m")
    assert Press.kinds["m"] is Home


@pytest.mark.parametrize("prefix", ["", "abc", "1", "é", "a:"])
def test_a_prefix_is_one_or_two_letters(prefix: str) -> None:
    with pytest.raises(PressDesignError, match="letters"):
        type("Odd", (Press,), {"__module__": __name__}, prefix=prefix)


def test_a_kind_that_might_not_fit_is_refused_when_it_is_defined() -> None:
    with pytest.raises(PressDesignError, match="65 of 64"):

        class TooWide(Press, prefix="qa"):
            words: Annotated[str, Width(62)]

    assert "qa" not in Press.kinds


def test_a_field_of_unknown_width_is_refused_when_it_is_defined() -> None:
    with pytest.raises(PressDesignError, match="no known width"):

        class Endless(Press, prefix="qb"):
            words: str

    assert "qb" not in Press.kinds
