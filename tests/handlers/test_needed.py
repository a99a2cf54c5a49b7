import pytest

from handlers.language import Language
from handlers.needed import UNKNOWN, chosen, everything, in_words, needed, open_question, quantity, question
from knowledge.facts import Facts, Group, Paper
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure
from tests.fakes.library import BIRTH, BIRTH_AGAIN, COPY, SOURCE


@pytest.mark.parametrize(
    ("answers", "papers"),
    [
        ({}, {"to_khai", "chung_sinh", "cam_doan", "uy_quyen", "can_cuoc"}),
        ({"giay": "co"}, {"to_khai", "chung_sinh", "uy_quyen", "can_cuoc"}),
        ({"giay": "khong", "ai": "cha_me"}, {"to_khai", "cam_doan", "can_cuoc"}),
        ({"giay": UNKNOWN, "ai": "cha_me"}, {"to_khai", "chung_sinh", "cam_doan", "can_cuoc"}),
    ],
)
def test_papers_follow_the_answers_and_nothing_unknown_rules_a_paper_out(
    answers: dict[str, str], papers: set[str]
) -> None:
    assert {one.id for one in needed(BIRTH, answers)} == papers


def test_questions_come_in_order_until_all_are_answered() -> None:
    first = open_question(BIRTH, {})
    second = open_question(BIRTH, {"giay": UNKNOWN})

    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("giay", "ai")
    assert open_question(BIRTH, {"giay": "co", "ai": "nho"}) is None
    assert open_question(COPY, {}) is None


def test_a_question_that_decides_nothing_any_more_is_not_asked() -> None:
    assert BIRTH.guide is not None
    only_together = BIRTH.guide.papers[3].model_copy(update={"when": {"giay": ("co",), "ai": ("nho",)}})
    guide = BIRTH.guide.model_copy(update={"papers": (*BIRTH.guide.papers[:3], only_together)})
    procedure = BIRTH.model_copy(update={"guide": guide})

    assert open_question(procedure, {"giay": "khong"}) is None
    asked = open_question(procedure, {"giay": "co"})
    assert asked is not None
    assert asked.id == "ai"


def test_a_question_is_found_by_its_name() -> None:
    found = question(BIRTH, "ai")

    assert found is not None
    assert found.text == "Ai sẽ đi nộp giấy tờ?"
    assert question(BIRTH, "gone") is None
    assert question(COPY, "ai") is None


def test_a_short_answer_stands_with_its_question() -> None:
    said = [
        (in_words(asked, choice) if choice else asked.id)
        for asked, choice in chosen(BIRTH, {"giay": "co", "ai": UNKNOWN})
    ]

    assert said == ["Bé có Giấy chứng sinh không? Có", "ai"]
    assert [one.case for one in everything(BIRTH)] == [
        "",
        "Bé có Giấy chứng sinh không? Có",
        "Bé có Giấy chứng sinh không? Không có",
        "Nhờ người khác",
        "",
    ]


def test_without_a_guide_the_catalogue_s_papers_are_needed_with_their_case() -> None:
    form, card, proxy = everything(COPY)

    assert (form.name, form.form, form.case) == ("Tờ khai cấp bản sao", "Mẫu 12.docx", "")
    assert card.show_only
    assert (proxy.case, proxy.note, proxy.originals, proxy.copies) == (
        "Trường hợp ủy quyền",
        "Phải có chứng thực",
        1,
        1,
    )


def test_a_catalogue_s_paper_keeps_its_name_in_a_button_and_stands_once() -> None:
    paper = Paper(name="Đơn đề nghị")
    groups = (Group(papers=(paper, paper)), Group(name="Trường hợp khác", papers=(paper,)))
    procedure = Procedure(facts=Facts(code="1.000009", name="Việc", groups=groups), source=SOURCE)

    ids = [one.id for one in everything(procedure)]

    assert ids == ["peb8542bc", "pa918ad3f"]


def test_how_many_is_said_in_words(say: Language, english: Language) -> None:
    proxy, shown = everything(BIRTH)[3:5]

    assert quantity(say, proxy) == "1 bản chính, 2 bản sao"
    assert quantity(english, proxy) == "1 original, 2 copies"
    assert quantity(say, shown) == "chỉ đưa xem"
    assert quantity(say, everything(BIRTH_AGAIN)[0]) == "1 bản chính"


def test_papers_that_changed_are_the_catalogue_s_and_decided_by_no_question() -> None:
    facts = COPY.facts.model_copy(update={"groups": (Group(papers=(Paper(name="Đơn mới"),)),)})
    stale = BIRTH.model_copy(update={"facts": facts, "stale": frozenset({Aspect.PAPERS})})

    assert [one.name for one in needed(stale, {"giay": "co"})] == ["Đơn mới"]
    assert open_question(stale, {}) is None
