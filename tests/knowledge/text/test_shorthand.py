from pathlib import Path

import pytest
import yaml

from knowledge.text.shorthand import expand, short_forms

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "meant"), CASES)
def test_short_forms_are_read_by_their_neighbours(typed: str, meant: str) -> None:
    assert " ".join(expand(typed.split())) == meant


def test_every_reading_that_needs_neighbours_names_them_without_marks() -> None:
    for form, meanings in short_forms().items():
        for meaning in meanings:
            assert all(
                word.isascii() or word == "đk" for word in meaning.near | meaning.unless | meaning.before
            ), form


def test_the_last_reading_of_every_form_fits_anywhere_or_it_stays() -> None:
    assert expand(["dùng", "hk"]) == ["dùng", "không"]
    assert expand(["xyz"]) == ["xyz"]
