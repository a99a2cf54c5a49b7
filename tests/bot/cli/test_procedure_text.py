from datetime import date
from pathlib import Path

import pytest

from bot.cli.procedure_text import text
from knowledge import portal, procedure_file
from knowledge.facts import Duration, Facts, Fee, FeeKind, Group, Law, Method, Note, Paper, Unit, Way
from knowledge.matching.match import Aspect
from knowledge.procedure import Procedure, Source

DATA = Path(__file__).parents[2] / "knowledge" / "data"
SOURCE = Source(published=date(2026, 7, 18), checked=date(2026, 11, 22))
GUIDED = procedure_file.read(DATA / "1.000001.yaml")


def test_it_begins_with_name_source_and_days() -> None:
    assert text(GUIDED).splitlines()[:2] == [
        "1.000001  Cấp thẻ thư viện xã",
        "Nguồn: Cổng Dịch vụ công quốc gia, công bố 18/07/2026, kiểm tra 22/11/2026",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Làm thẻ để mượn sách ở thư viện xã.",
        "  - làm thẻ thư viện",
        "Hỏi: Ai dùng thẻ?",
        "  - Trẻ em",
        "  - Đơn đề nghị cấp thẻ (1 bản chính)",
        "  - Giấy khai sinh của bé (chỉ xuất trình; ai: tre_em)",
        "Lệ phí: 5.000 đồng một thẻ.",
        "  - 1.000002: Thẻ bị mất",
        "  - 1.000003: Mượn sách về nhà",
        "Tên: Thủ tục cấp thẻ thư viện xã",
        "Phạm vi: toàn quốc",
        "Toàn trình: không",
        "  - - Nộp hồ sơ.",
    ],
)
def test_it_tells_guide_and_facts(line: str) -> None:
    assert line in text(GUIDED).splitlines()


def test_a_stale_guide_says_so() -> None:
    said = "Dữ liệu quốc gia đã thay đổi sau khi viết hướng dẫn này."
    assert said in text(GUIDED.model_copy(update={"stale": frozenset({Aspect.FEE})}))
    assert said not in text(GUIDED)


def test_facts_alone_are_told_whole() -> None:
    facts = Facts(
        code="1.000001",
        name="Thử",
        groups=(
            Group(
                name="Trường hợp mất",
                papers=(
                    Paper(
                        name="Đơn",
                        originals=1,
                        copies=2,
                        form="Mẫu 1",
                        code="K1",
                        note="Nếu có",
                        show_only=True,
                    ),
                ),
                notes=(Note(text="Mang ảnh"),),
            ),
        ),
        methods=(
            Method(
                way=Way.ONLINE,
                time=Duration(amount=2, unit=Unit.WORKING_DAY),
                text="Kể từ ngày nộp",
                fees=(
                    Fee(kind=FeeKind.FEE, amount=15000, text="một thẻ"),
                    Fee(kind=FeeKind.FEE, text="Miễn"),
                ),
            ),
            Method(way=Way.POSTAL),
        ),
        laws=(Law(number="46/2019/QH14", name="Luật Thư viện"),),
    )
    told = text(Procedure(facts=facts, source=SOURCE))
    assert "== Hướng dẫn" not in told
    assert (
        "Giấy tờ: Trường hợp mất:\n"
        "  - Đơn (1 bản chính, 2 bản sao; chỉ xuất trình; Mẫu 1; K1)\n"
        "    Nếu có\n"
        "Ghi chú:\n"
        "  - Mang ảnh"
    ) in told
    assert (
        "Cách thực hiện:\n"
        "  - Trực tuyến: 2 ngày làm việc\n"
        "    Kể từ ngày nộp\n"
        "    Phí, lệ phí: 15.000 đồng một thẻ\n"
        "    Phí, lệ phí: Miễn\n"
        "  - Bưu chính"
    ) in told
    assert "  - 46/2019/QH14  Luật Thư viện" in told


def test_the_publishing_decision_is_told() -> None:
    record = {"code": "1.000001", "name": "Thử", "procedureProposal": {"proposalNumber": "1/QĐ"}}
    assert text(Procedure(facts=portal.read(record), source=SOURCE)).endswith("Quyết định công bố: 1/QĐ")
