import pytest

from knowledge.matching.evaluating import Confusion, Done, Judged, evaluate, share
from knowledge.matching.labelled import Question
from knowledge.matching.match import Candidate, Match, Place, Verdict


class Sure:
    """A matcher that always puts b before a, and does what the question says."""

    def match(self, text: str, place: Place) -> Match:
        found = (Candidate(code="b", score=0.9), Candidate(code="a", score=0.5))
        return Match(verdict=Verdict(text.split(maxsplit=1)[0]), candidates=found)


def question(text: str, *right: str, register: str = "formal", expected: str = "answer") -> Question:
    return Question(text=text, register=register, right=frozenset(right), expected=expected)


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        (question("answer", "b"), Done.RIGHT),
        (question("answer", "a"), Done.WRONG),
        (question("answer", expected="refuse"), Done.WRONG),
        (question("clarify", "a"), Done.ASKED),
        (question("offer", "a", expected="clarify"), Done.RIGHT),
        (question("offer", "c", expected="clarify"), Done.ASKED),
        (question("out_of_scope", "a"), Done.REFUSED),
        (question("out_of_scope", expected="refuse"), Done.RIGHT),
        (question("absent", expected="answer_absent"), Done.RIGHT),
        (question("smalltalk", expected="answer_absent"), Done.REFUSED),
    ],
)
def test_what_became_of_a_question(asked: Question, done: Done) -> None:
    assert Judged(question=asked, match=Sure().match(asked.text, Place())).done is done


def test_a_tolerated_code_does_no_harm() -> None:
    asked = Question(text="answer", register="x", right=frozenset("a"), tolerated=frozenset("b"))
    report = evaluate(Sure(), [asked])
    assert report.total.done["right"] == 1
    assert report.total.first == 0.0
    assert report.confusions == ()


def test_the_whole_report() -> None:
    asked = [
        question("answer one", "b"),
        question("answer two", "a", register="teen"),
        question("clarify three", "c", register="teen"),
        question("clarify four", "c", register="teen"),
        question("smalltalk five", expected="smalltalk"),
    ]
    report = evaluate(Sure(), asked)
    assert (report.total.questions, report.total.in_scope) == (5, 4)
    assert (report.total.first, report.total.first_three) == (0.25, 0.5)
    assert report.total.reciprocal_rank == (1 + 1 / 2) / 4
    assert report.total.done == {"right": 2, "wrong": 1, "asked": 2, "refused": 0}
    assert {name: one.first for name, one in report.registers.items()} == {"formal": 1.0, "teen": 0.0}
    (bin_,) = report.calibration
    assert (bin_.low, bin_.high, bin_.questions, bin_.right) == (0.8, 1.0, 4, 0.25)
    assert report.confusions == (
        Confusion(wanted="a", got="b", times=1, answered=1, example="answer two"),
        Confusion(wanted="c", got="b", times=2, answered=0, example="clarify three"),
    )


def test_nothing_asked_is_nothing_measured() -> None:
    assert evaluate(Sure(), []).total.first == 0.0
    assert share([]) == 0.0
