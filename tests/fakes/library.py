"""A hand-made library: a guide with questions, a plain guide, facts alone, hardly any facts, far too many."""

from collections.abc import Sequence
from datetime import date

from knowledge.facts import (
    Decision,
    Duration,
    Facts,
    Fee,
    FeeKind,
    Group,
    Law,
    Level,
    Method,
    Note,
    Paper,
    Step,
    Unit,
    Way,
)
from knowledge.guide import Choice, Guide, GuidePaper, Next, Question, Sibling
from knowledge.matching.match import Entry
from knowledge.procedure import Procedure, Source

SOURCE = Source(published=date(2026, 7, 18), checked=date(2026, 11, 22))

BIRTH = Procedure(
    facts=Facts(
        code="1.001193",
        name="Thủ tục đăng ký khai sinh",
        fields=("Hộ tịch",),
        levels=(Level.COMMUNE,),
        laws=(Law(number="60/2014/QH13", name="Luật Hộ tịch"),),
        decision=Decision(number="1234/QĐ-BTP", decided=date(2026, 3, 12)),
    ),
    source=SOURCE,
    guide=Guide(
        name="Đăng ký khai sinh",
        summary="Làm giấy khai sinh lần đầu cho trẻ.",
        says=("làm giấy khai sinh", "đi khai sinh", "khai sanh cho bé", "con mới đẻ", "khai sinh cho con"),
        ask=(
            Question(
                id="giay",
                text="Bé có Giấy chứng sinh không?",
                help="Bệnh viện, trạm y tế nơi bé sinh ra cấp giấy này.",
                choices=(Choice(id="co", label="Có"), Choice(id="khong", label="Không có")),
            ),
            Question(
                id="ai",
                text="Ai sẽ đi nộp giấy tờ?",
                choices=(Choice(id="cha_me", label="Cha hoặc mẹ"), Choice(id="nho", label="Nhờ người khác")),
            ),
        ),
        papers=(
            GuidePaper(id="to_khai", name="Tờ khai khai sinh", originals=1, form="TK-01"),
            GuidePaper(
                id="chung_sinh",
                name="Giấy chứng sinh",
                originals=1,
                when={"giay": ("co",)},
                where="Bệnh viện.",
            ),
            GuidePaper(
                id="cam_doan", name="Giấy cam đoan về việc sinh", originals=1, when={"giay": ("khong",)}
            ),
            GuidePaper(
                id="uy_quyen",
                name="Giấy ủy quyền",
                originals=1,
                copies=2,
                when={"ai": ("nho",)},
                tip="Phải có chứng thực.",
            ),
            GuidePaper(id="can_cuoc", name="Căn cước của người đi nộp", show_only=True),
        ),
        fee="Miễn lệ phí khi đăng ký đúng hạn.",
        time="Trong ngày làm việc.",
        place="Bộ phận một cửa của xã, phường nơi cư trú.",
        online="Nộp được trên Cổng Dịch vụ công quốc gia.",
        steps=("Chuẩn bị giấy tờ.", "Nộp và nhận giấy hẹn."),
        tips=("Kiểm tra tên bé thật kỹ.",),
        siblings=(
            Sibling(code="1.004884", when="Đã khai sinh nhưng mất sổ gốc"),
            Sibling(code="9.999999", when="Không có trong danh mục"),
        ),
        next=(Next(code="2.000635", why="Xin thêm bản sao"),),
    ),
)

BIRTH_AGAIN = Procedure(
    facts=Facts(
        code="1.004884",
        name="Thủ tục đăng ký lại khai sinh",
        fields=("Hộ tịch",),
        levels=(Level.COMMUNE,),
        results=("Giấy khai sinh",),
        conditions="Sổ gốc và bản chính đều mất.",
    ),
    source=SOURCE,
    guide=Guide(
        name="Đăng ký lại khai sinh",
        summary="Làm lại giấy khai sinh khi cả sổ gốc và bản chính đều mất.",
        says=(
            "làm lại khai sinh",
            "mất khai sinh",
            "mất sổ khai sinh",
            "khai sinh lại",
            "đăng ký lại khai sinh",
        ),
        papers=(GuidePaper(id="to_khai", name="Tờ khai đăng ký lại khai sinh", originals=1),),
        fee="Bạn hỏi bộ phận một cửa.",
        time="5 ngày làm việc.",
        place="Ủy ban nhân dân xã, phường.",
        online="Nộp được qua mạng.",
        siblings=(Sibling(code="1.001193", when="Chưa từng khai sinh"),),
    ),
)

COPY = Procedure(
    facts=Facts(
        code="2.000635",
        name="Cấp bản sao trích lục hộ tịch",
        fields=("Hộ tịch",),
        levels=(Level.COMMUNE, Level.PROVINCE),
        agencies=("Ủy ban nhân dân cấp xã", "Sở Tư pháp"),
        groups=(
            Group(
                papers=(
                    Paper(name="Tờ khai cấp bản sao", originals=1, form="Mẫu 12.docx"),
                    Paper(name="Căn cước", show_only=True),
                )
            ),
            Group(
                name="Trường hợp ủy quyền",
                papers=(Paper(name="Văn bản ủy quyền", originals=1, copies=1, note="Phải có chứng thực"),),
                notes=(Note(text="Người thân thì không phải chứng thực."),),
            ),
        ),
        methods=(
            Method(
                way=Way.DIRECT,
                time=Duration(amount=1, unit=Unit.WORKING_DAY),
                fees=(Fee(kind=FeeKind.CHARGE, amount=8000, text="mỗi bản"),),
            ),
            Method(
                way=Way.ONLINE,
                time=Duration(amount=1, unit=Unit.WORKING_DAY),
                text="Sau 15 giờ thì ngày hôm sau.",
                fees=(Fee(kind=FeeKind.FEE, text="Miễn lệ phí"),),
            ),
        ),
        steps=tuple(Step(name=f"Bước {number}", text="Người dân nộp hồ sơ. " * 40) for number in range(1, 5)),
        laws=(Law(number="60/2014/QH13"),),
        fully_online=True,
    ),
    source=SOURCE,
)

SILENT = Procedure(
    facts=Facts(
        code="1.000001", name="Xác nhận " + "một việc rất hiếm gặp " * 15, decision=Decision(number="99/QĐ")
    ),
    source=SOURCE,
)
"""The catalogue knows nothing of it but a very long name."""

_DRAWINGS = tuple(Paper(name=f"Bản vẽ số {n} " + "chi tiết " * 12, originals=n) for n in range(30))

LONG = Procedure(
    facts=Facts(
        code="1.000002",
        name="Cấp phép xây dựng nhà máy",
        fields=("Xây dựng",),
        levels=(Level.MINISTRY, Level.VERTICAL),
        groups=(
            Group(
                papers=tuple(Paper(name=f"Bản vẽ số {n} " + "chi tiết " * 12, originals=n) for n in range(30))
            ),
        ),
        conditions="Điều kiện " * 400,
    ),
    source=SOURCE,
)
"""Thirty papers and a condition of four thousand characters."""

EVERYTHING = (BIRTH, BIRTH_AGAIN, COPY, SILENT, LONG)


class FakeLibrary:
    """Holds these procedures, or those it is given."""

    def __init__(self, procedures: Sequence[Procedure] = EVERYTHING) -> None:
        self.held = {one.code: one for one in procedures}

    def entries(self) -> list[Entry]:
        return [
            Entry(
                code=one.code,
                name=one.facts.name,
                fields=one.facts.fields,
                short_name=one.guide.name if one.guide else "",
                says=one.guide.says if one.guide else (),
            )
            for one in self.held.values()
        ]

    async def find(self, code: str) -> Procedure | None:
        return self.held.get(code)

    def label(self, code: str) -> str:
        return self.held[code].name[:60] if code in self.held else code

    def known(self, code: str) -> bool:
        return code in self.held
