import pytest

from knowledge.matching.undecided import is_undecided


@pytest.mark.parametrize(
    ("leader", "told", "asked"),
    [
        ("1.014177", set(), True),
        ("1.014177", {"insured"}, False),
        ("1.001612", set(), False),
        ("1.001612", {"either"}, True),
        ("1.001193", {"either"}, False),
        ("", set(), False),
    ],
)
def test_what_nothing_told_decides_is_asked(leader: str, told: set[str], asked: bool) -> None:
    assert is_undecided(leader, frozenset(told)) is asked
