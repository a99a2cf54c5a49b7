import pytest

from knowledge.matching.aspects import aspects
from knowledge.matching.match import Aspect
from knowledge.text.dialect import to_common
from knowledge.text.words import clauses, word


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("cần giấy tờ gì", (Aspect.PAPERS,)),
        ("het bao nhieu tien", (Aspect.FEE,)),
        ("mất bao lâu", (Aspect.TIME,)),
        ("nộp ở đâu, mấy ngày có", (Aspect.TIME, Aspect.PLACE)),
        ("làm online được không", (Aspect.ONLINE,)),
        ("theo luật nào", (Aspect.LEGAL,)),
        ("tải mẫu đơn", (Aspect.FORM,)),
        ("làm như thế nào", (Aspect.STEPS,)),
        ("có bắt buộc không", (Aspect.CONDITIONS,)),
        ("được hưởng bao nhiêu", (Aspect.RESULT,)),
        ("chưa có giấy tờ gì", ()),
        ("làm khai sinh", ()),
        ("phải làm sao, ở chỗ mô", (Aspect.PLACE,)),
    ],
)
def test_aspects(text: str, asked: tuple[Aspect, ...]) -> None:
    trusted = not text.isascii()
    typed = [tuple(word(token, trusted=trusted) for token in part) for part in clauses(text)]
    assert aspects([to_common(part) for part in typed]) == asked
