from benchmarks.messages.figures import Figures


def test_the_figures_of_a_load() -> None:
    figures = Figures(waits=[0.01] * 98 + [0.2, 0.4], seconds=10, lost=1, cpu=0.5)
    assert figures.row() == {
        "answers_per_s": 10.0,
        "p50_ms": 10.0,
        "p99_ms": 200.0,
        "lost": 1,
        "doubled": 0,
        "disordered": 0,
        "cpu_ms": 5.0,
    }


def test_a_bot_that_never_answered_has_figures_too() -> None:
    assert Figures(lost=3).row()["answers_per_s"] == 0
