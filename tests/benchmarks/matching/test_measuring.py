from benchmarks.matching.measuring import decisions, dropped, figures
from benchmarks.matching.peers import Ours
from benchmarks.matching.resources import Cost
from knowledge.matching.labelled import Question
from tests.knowledge.matching.few import ABSENT, ENTRIES


class Always:
    """A peer that always says the same."""

    name = "always"

    def rank(self, text: str) -> list[str]:
        return ["b", "a"]


def question(text: str, *right: str, register: str = "formal", expected: str = "answer") -> Question:
    return Question(
        text=text, register=register, right=frozenset(right), tolerated=frozenset(), expected=expected
    )


ASKED = [
    question("one", "b"),
    question("two", "a", register="teen"),
    question("three", "c", register="teen"),
    question("rain", expected="refuse"),
]


def test_shares_ranks_and_registers() -> None:
    found = figures(Always(), ASKED, Cost(seconds=1.5, memory=9.0))
    assert found.questions == 3
    assert found.first == 1 / 3
    assert found.first_three == 2 / 3
    assert found.reciprocal_rank == 0.5
    assert found.by_register == {"formal": 1.0, "teen": 0.0}
    assert found.p99 >= found.p50 > 0
    assert (found.build, found.start, found.memory) == (1.5, 1.5, 9.0)
    assert figures(Always(), ASKED, Cost(seconds=1.5, memory=9.0), 0.5).json()["start"] == 0.5


def test_nothing_asked_is_nothing_measured() -> None:
    assert figures(Always(), []).first == 0.0


def test_decisions_by_what_should_have_been_done() -> None:
    assert ABSENT
    asked = [
        question("cấp lại thẻ căn cước", "1.014064"),
        question("khai sinh cho bé ở đâu", "1.014064"),
        question("hôm nay trời có mưa không", expected="refuse"),
    ]
    found = decisions(Ours(ENTRIES), asked)
    assert found.answered_wrong == 0.5
    assert found.fitting == {"answer": 1.0, "refuse": 1.0}
    assert found.verdicts == {"answer": {"answer": 2}, "refuse": {"out_of_scope": 1}}
    assert found.json()["answered_wrong"] == 0.5


class Marked:
    """A peer that knows an answer only where there are marks."""

    name = "marked"

    def rank(self, text: str) -> list[str]:
        return [] if text.isascii() else ["b"]


def test_what_dropped_marks_cost() -> None:
    lost = dropped(Marked(), [question("mất thẻ", "b"), question("đổi thẻ", "c"), question("the", "b")])
    assert lost.json() == {"questions": 2, "first": 0.5, "first_without": 0.0}
