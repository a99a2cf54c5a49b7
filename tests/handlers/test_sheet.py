from handlers import sheet
from handlers.language import Language
from handlers.needed import UNKNOWN
from handlers.presses import OpenList, Tick
from handlers.reply import Bullets, Checklist, Item, Paragraph
from handlers.screen import button
from handlers.sheet import Sheet
from knowledge.procedure import Procedure
from storage import checklists
from tests.fakes.library import BIRTH, COPY, LONG, SILENT
from tests.fakes.talk import START


def _sheet(procedure: Procedure, ticks: tuple[str, ...] = (), **answers: str) -> Sheet:
    kept = checklists.Checklist(
        id=7, procedure=procedure.code, answers=answers, ticks=frozenset(ticks), updated=START
    )
    return Sheet(kept=kept, procedure=procedure)


def test_a_paper_says_how_many_where_from_and_the_usual_mistake(say: Language) -> None:
    drawn, *_ = sheet.blocks(say, _sheet(BIRTH, ("uy_quyen",), giay="co", ai="nho"), 0)

    assert isinstance(drawn, Checklist)
    assert drawn.title == "Giấy tờ cần mang · 1/4"
    assert drawn.items[1] == Item(
        label="Giấy chứng sinh",
        detail="1 bản chính · Bệnh viện",
        ticked=False,
        press=Tick(checklist=7, paper="chung_sinh", have=1).encode(),
    )
    assert drawn.items[2].detail == "1 bản chính, 2 bản sao · Lưu ý: Phải có chứng thực"
    assert drawn.items[2].press == Tick(checklist=7, paper="uy_quyen", have=0).encode()


def test_the_case_is_told_and_what_is_not_known_of_it(say: Language) -> None:
    _, case, hint = sheet.blocks(say, _sheet(BIRTH, giay="khong", ai=UNKNOWN), 0)

    assert case == Bullets(
        title="Trường hợp của bạn:",
        items=("Bé có Giấy chứng sinh không? Không có", "chưa rõ: Ai sẽ đi nộp giấy tờ?"),
    )
    assert isinstance(hint, Paragraph)


def test_a_paper_of_an_undecided_case_says_when_it_is_needed(say: Language) -> None:
    drawn, *_ = sheet.blocks(say, _sheet(BIRTH, giay="khong", ai=UNKNOWN), 0)

    assert isinstance(drawn, Checklist)
    assert ["nếu:" in item.detail for item in drawn.items] == [False, False, True, False]


def test_a_tick_of_a_paper_not_needed_any_more_does_not_count(say: Language) -> None:
    assert _sheet(BIRTH, ("cam_doan", "to_khai"), giay="co", ai="nho").ticked == 1


def test_the_hint_goes_with_the_progress(say: Language) -> None:
    def hint(*ticks: str) -> str:
        *_, last = sheet.blocks(say, _sheet(BIRTH, ticks, giay="co", ai="cha_me"), 0)
        assert isinstance(last, Paragraph)
        return last.text

    assert hint().startswith("Có giấy nào bạn bấm vào giấy đó")
    assert hint("to_khai") == "Còn thiếu 2 giấy tờ."
    assert hint("to_khai", "chung_sinh", "can_cuoc").startswith("Đủ giấy tờ rồi")


def test_what_comes_next_is_shown_once_all_is_there_and_only_if_it_is_known(say: Language) -> None:
    done = _sheet(BIRTH, ("to_khai", "chung_sinh", "can_cuoc"), giay="co", ai="cha_me")

    ((after,),) = sheet.following(say, done, lambda code: True)
    assert (after.label, after.press) == ("Việc tiếp theo: Xin thêm bản sao", "c:2.000635")
    assert sheet.following(say, done, lambda code: False) == ()
    assert sheet.following(say, _sheet(BIRTH, giay="co"), lambda code: True) == ()


def test_a_long_list_is_shared_out_over_pages(say: Language) -> None:
    long = _sheet(LONG)
    shared = long.pages(say)

    assert sum(map(len, shared)) == 30
    assert [long.page_of(say, paper.id) for paper in long.papers] == [
        number for number, page in enumerate(shared) for _ in page
    ]
    assert sheet.turning(say, long, 0) == ((button("Trang 2/6", OpenList(checklist=7, page=1)),),)
    assert len(sheet.turning(say, long, 1)[0]) == 2
    assert sheet.turning(say, _sheet(COPY), 0) == ()


def test_a_catalogue_s_paper_says_its_case_and_its_note(say: Language) -> None:
    drawn, *_ = sheet.blocks(say, _sheet(COPY), 0)

    assert isinstance(drawn, Checklist)
    proxy = "1 bản chính, 1 bản sao · áp dụng: Trường hợp ủy quyền · Phải có chứng thực"
    assert drawn.items[2].detail == proxy


def test_without_papers_the_sheet_says_so(say: Language) -> None:
    (only,) = sheet.blocks(say, _sheet(SILENT), 0)

    assert isinstance(only, Paragraph)
    assert only.text.startswith("Danh mục quốc gia không ghi giấy tờ")
