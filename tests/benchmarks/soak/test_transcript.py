import pytest

from benchmarks.soak.transcript import Line, Verdict, judged

EXPECTED = ["một", "hai", "ba"]


def told(*texts: str) -> list[Line]:
    return [Line(text=text, at=float(second)) for second, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "kills", "verdict"),
    [
        (("một", "hai", "ba"), [], Verdict()),
        (("một", "hai"), [], Verdict(lost=1)),
        (("một", "một", "hai", "ba"), [], Verdict(doubled=1)),
        (("một", "ba", "hai"), [], Verdict(lost=1, disordered=1)),
        (("một", "hai", "ba", "bốn"), [], Verdict(disordered=1)),
        (("một", "một", "hai", "ba"), [0.5], Verdict(unknowable=1)),
        (("một", "một", "một", "hai", "ba"), [0.5], Verdict(unknowable=1, doubled=1)),
        (("một", "một", "hai", "ba"), [60.0], Verdict(doubled=1)),
        ((), [], Verdict(lost=3)),
    ],
)
def test_a_transcript_is_read_line_by_line(
    texts: tuple[str, ...], kills: list[float], verdict: Verdict
) -> None:
    assert judged(told(*texts), EXPECTED, kills) == verdict


@pytest.mark.parametrize(("kills", "verdict"), [([0.5], Verdict(unknowable=1)), ([], Verdict(doubled=1))])
def test_a_repeat_of_what_is_said_twice_anyway_is_the_last_of_them(
    kills: list[float], verdict: Verdict
) -> None:
    assert judged(told("một", "một", "một", "hai"), ["một", "một", "hai"], kills) == verdict
