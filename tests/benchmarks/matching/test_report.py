from benchmarks.matching.growth import Grown
from benchmarks.matching.measuring import Decisions, Dropped, Figures
from benchmarks.matching.report import grown, markdown

ROW = Figures(
    peer="motcua",
    questions=4,
    first=0.75,
    first_three=1.0,
    reciprocal_rank=0.875,
    by_register={"formal": 1.0, "teen": 0.5},
    p50=1.234,
    p99=4.5,
    build=0.5,
    start=0.2,
    memory=20.0,
)
DECIDED = Decisions(
    verdicts={"answer": {"answer": 3, "clarify": 1}}, fitting={"answer": 0.75}, answered_wrong=0.25
)
LOST = Dropped(questions=3, first=1.0, first_without=0.5)


def test_one_page_of_tables() -> None:
    lines = markdown([ROW], DECIDED, LOST, 9).splitlines()
    assert lines[0] == "4 in-scope questions over 9 procedures, shares in percent."
    assert "| motcua | 75.0% | 100.0% | 0.875 | 1.23 | 4.50 | 0.5 | 0.2 | 20 |" in lines
    assert "| motcua | 100% | 50% |" in lines
    assert (
        "Marks dropped from the 3 in-scope questions that have some: 100.0% first with them, 50.0% without."
        in lines
    )
    assert "| answer | 75% | answer 3, clarify 1 |" in lines


def test_one_table_of_growth() -> None:
    row = Grown(procedures=250, build=0.5, start=0.25, memory=9.6, p50=1.0, p99=2.0)
    assert grown([row]).splitlines()[-1] == "| 250 | 0.5 | 0.25 | 10 | 1.00 | 2.00 |"
