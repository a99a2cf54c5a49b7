"""Why a question was judged so, as a table that an officer can read."""

from collections.abc import Callable, Iterator

from knowledge.matching.match import Match, Verdict

_VERDICTS = {
    Verdict.ANSWER: "trả lời ngay",
    Verdict.CLARIFY: "hỏi lại",
    Verdict.OFFER: "đưa ra vài thủ tục để chọn",
    Verdict.ABSENT: "danh mục không có, chỉ nơi giải quyết",
    Verdict.OUT_OF_SCOPE: "ngoài phạm vi",
    Verdict.SMALLTALK: "trò chuyện",
    Verdict.REFUSE: "từ chối",
}
_EVIDENCE = {
    "name": "tên",
    "says": "cách nói",
    "summary": "tóm tắt",
    "field": "lĩnh vực",
    "learned": "đã học",
    "prior": "hoàn cảnh",
    "total": "tổng",
}


def table(match: Match, label: Callable[[str], str]) -> str:
    """How the line was read, the decision, and the competing procedures with the evidence for each.

    ``label`` gives the human name of a procedure.
    """
    return "\n".join(_lines(match, label))


def _lines(match: Match, label: Callable[[str], str]) -> Iterator[str]:
    topic = f" ({match.topic})" if match.topic else ""
    asked = ", ".join(aspect.value for aspect in match.aspects) or "-"
    yield f"Đọc là:     {match.normal}"
    yield f"Quyết định: {_VERDICTS[match.verdict]}{topic}"
    yield f"Hỏi về:     {asked}"
    if match.candidates:
        yield ""
        yield (
            f"{'mã':<10} {'điểm':>6} " + " ".join(f"{title:>9}" for title in _EVIDENCE.values()) + "  thủ tục"
        )
    for one in match.candidates:
        evidence = " ".join(f"{one.why.get(kind, 0.0):>9.3f}" for kind in _EVIDENCE)
        yield f"{one.code:<10} {one.score:>6.3f} {evidence}  {label(one.code)}"
