from bot.cli.why import table
from knowledge.matching.match import Aspect, Candidate, Match, Verdict

LABELS = {"1.001193": "Đăng ký khai sinh"}


def test_a_table_that_an_officer_can_read() -> None:
    why = {"name": 0.5, "says": 0.25, "summary": 0.0, "field": 0.0, "prior": 1.08, "total": 0.9}
    match = Match(
        verdict=Verdict.CLARIFY,
        candidates=(Candidate(code="1.001193", score=0.7, why=why),),
        aspects=(Aspect.FEE, Aspect.TIME),
        normal="khai sinh",
    )
    lines = table(match, LABELS.__getitem__).splitlines()
    assert lines[:3] == ["Đọc là:     khai sinh", "Quyết định: hỏi lại", "Hỏi về:     fee, time"]
    assert lines[-1].split()[:8] == [
        "1.001193",
        "0.700",
        "0.500",
        "0.250",
        "0.000",
        "0.000",
        "0.000",
        "1.080",
    ]
    assert lines[-1].endswith("Đăng ký khai sinh")


def test_talk_has_a_topic_and_no_rivals() -> None:
    match = Match(verdict=Verdict.SMALLTALK, topic="greeting", normal="xin chao")
    assert table(match, LABELS.__getitem__).splitlines()[1:] == [
        "Quyết định: trò chuyện (greeting)",
        "Hỏi về:     -",
    ]


def test_every_verdict_has_a_word() -> None:
    for verdict in Verdict:
        assert table(Match(verdict=verdict), LABELS.__getitem__)
