from handlers.language import Language
from handlers.telling.papers import form, papers
from tests.fakes.library import BIRTH, COPY, LONG, SILENT


def test_every_paper_stands_with_its_numbers_and_its_case(say: Language) -> None:
    told = papers(say, BIRTH)

    assert told.text == "5 loại giấy tờ"
    assert told.items == (
        "Tờ khai khai sinh (1 bản chính)",
        "Giấy chứng sinh (1 bản chính) — nếu: Bé có Giấy chứng sinh không? Có",
        "Giấy cam đoan về việc sinh (1 bản chính) — nếu: Bé có Giấy chứng sinh không? Không có",
        "Giấy ủy quyền (1 bản chính, 2 bản sao) — nếu: Nhờ người khác",
        "Căn cước của người đi nộp (chỉ đưa xem)",
    )


def test_a_catalogue_s_paper_stands_with_its_note_and_its_heading(say: Language) -> None:
    assert papers(say, COPY).items[2] == (
        "Văn bản ủy quyền (1 bản chính, 1 bản sao) — Phải có chứng thực — áp dụng: Trường hợp ủy quyền"
    )


def test_a_paper_without_numbers_is_only_named(say: Language) -> None:
    assert "(" not in papers(say, LONG).items[0]


def test_no_papers_and_no_forms_are_said_to_be_unknown(say: Language) -> None:
    assert papers(say, SILENT).silent
    assert form(say, SILENT).silent


def test_forms_are_told_by_their_paper(say: Language) -> None:
    assert form(say, BIRTH).items == ("Tờ khai khai sinh: TK-01",)
    assert form(say, COPY).items == ("Tờ khai cấp bản sao: Mẫu 12.docx",)
