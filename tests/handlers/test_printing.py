from handlers.presses import SharedCase
from handlers.printing import case_link, handout
from handlers.shared_case import pack
from handlers.sheet import Sheet
from handlers.state import State
from knowledge.procedure import Procedure
from storage import checklists
from tests.fakes.library import BIRTH, SILENT
from tests.fakes.talk import START, Talk


def _sheet(procedure: Procedure, ticks: tuple[str, ...] = (), **answers: str) -> Sheet:
    kept = checklists.Checklist(
        id=7, procedure=procedure.code, answers=answers, ticks=frozenset(ticks), updated=START
    )
    return Sheet(kept=kept, procedure=procedure)


def test_all_that_one_needs_at_the_desk_stands_on_it(talk: Talk) -> None:
    made = handout(talk.turn(State()), _sheet(BIRTH, ("to_khai",), giay="co", ai="nho"))
    assert made.title == "Đăng ký khai sinh"
    assert made.case == ("Bé có Giấy chứng sinh không? Có", "Nhờ người khác")
    assert made.papers_title == "Giấy tờ cần mang · 1/4"
    assert [(one.name, one.quantity, one.details, one.ticked) for one in made.papers][1:3] == [
        ("Giấy chứng sinh", "1 bản chính", ("Bệnh viện",), False),
        ("Giấy ủy quyền", "1 bản chính, 2 bản sao", ("Lưu ý: Phải có chứng thực",), False),
    ]
    assert made.papers[0].ticked
    assert [label for label, _ in made.facts] == ["Lệ phí", "Thời gian", "Nơi nộp"]
    assert made.notes[0].startswith("Nguồn: Cổng Dịch vụ công quốc gia")
    assert made.notes[1] == "Lập ngày 22/11/2026."
    assert "1022" in made.notes[2]


def test_the_way_back_carries_the_case_and_nothing_else(talk: Talk) -> None:
    sheet = _sheet(BIRTH, ("to_khai",), giay="co")
    press = SharedCase(code=BIRTH.code, case=pack(BIRTH, {"giay": "co"}))
    assert case_link(talk.turn(State()), sheet) == f"https://example.vn/test/{press.encode()}"


def test_where_there_are_no_links_none_is_drawn(talk: Talk) -> None:
    talk.address = lambda channel, press: ""
    made = handout(talk.turn(State()), _sheet(BIRTH))
    assert (made.link, made.link_note, made.case, made.case_title) == ("", "", (), "")


def test_what_is_not_known_is_left_out(talk: Talk) -> None:
    assert handout(talk.turn(State()), _sheet(SILENT)).facts == ()
