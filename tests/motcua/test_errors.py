import importlib
import re

import pytest

import motcua.errors
from motcua.errors import MotcuaError

FLOORS = ("knowledge", "storage", "handlers", "bot")


class LostPaperError(MotcuaError):
    """The paper {name} is lost.

    Ask for it again.
    """


def test_the_docstring_is_the_message() -> None:
    assert str(LostPaperError(name="Giấy khai sinh")) == "The paper Giấy khai sinh is lost. Ask for it again."


def test_the_template_keeps_its_braces_for_translation() -> None:
    assert LostPaperError.template() == "The paper {name} is lost. Ask for it again."


def test_details_stay_readable() -> None:
    assert LostPaperError(name="x").details == {"name": "x"}


def test_the_root_draws_the_root_of_every_floor() -> None:
    roots = re.findall(r"[├└]── (\w+)\s+(\w+)/errors.py", motcua.errors.__doc__ or "")
    assert {floor for _, floor in roots} == set(FLOORS)
    for name, floor in roots:
        assert issubclass(getattr(importlib.import_module(f"{floor}.errors"), name), MotcuaError)


@pytest.mark.parametrize("floor", FLOORS)
def test_each_floor_draws_its_own_tree(floor: str) -> None:
    module = importlib.import_module(f"{floor}.errors")
    drawn = set(re.findall(r"(\w+Error)", module.__doc__ or ""))
    defined = {
        name
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, MotcuaError) and value.__module__ == module.__name__
    }
    assert drawn == defined
