import pytest

from knowledge.component import Component
from knowledge.sorting import sort

DON = Component(name="Đơn", originals=1)
HO_CHIEU = Component(name="Hộ chiếu", originals=1)


def cases(*titles: str) -> list[str]:
    """The cases that groups with these titles make, each holding a paper of its own."""
    return [group.name for group in sort([(title, [DON]) for title in titles])]


@pytest.mark.parametrize(
    "title",
    [
        "",
        "1",
        "01 bộ hồ sơ",
        "Số lượng hồ sơ: 01 bộ.",
        "Bao gồm",
        "a) Thành phần hồ sơ:",
        "Thành phần hồ sơ bao gồm:",
        "Hồ sơ khác",
        "* Giấy tờ phải nộp:",
        "Các giấy tờ phải nộp (bản chính), mỗi loại 01 bản, gồm:",
        "- Giấy tờ phải xuất trình:",
        "Chủ xe xuất trình một trong các giấy tờ sau:",
    ],
)
def test_a_heading_is_no_case(title: str) -> None:
    assert cases(title) == [""]


@pytest.mark.parametrize(
    ("title", "case"),
    [
        ("- Trường hợp ủy quyền thực hiện thủ tục:", "Trường hợp ủy quyền thực hiện thủ tục"),
        ("(1.2) Đối với công trình theo tuyến, hồ sơ gồm:", "Đối với công trình theo tuyến"),
        ("Trường hợp 2: Hồ sơ bị mất", "Hồ sơ bị mất"),
        ("Hồ sơ của người nhận con nuôi:", "Hồ sơ của người nhận con nuôi"),
        ("Thành phần hồ sơ phải nộp khi xuất cảnh", "Thành phần hồ sơ phải nộp khi xuất cảnh"),
        ("Trường hợp ủy quyền thì hồ sơ phải kèm theo một trong những giấy tờ sau:", "Trường hợp ủy quyền"),
        ("TRƯỜNG HỢP CẤP LẠI THẺ", "Trường hợp cấp lại thẻ"),
    ],
)
def test_a_case_is_named_plainly(title: str, case: str) -> None:
    assert cases(title) == [case]


def test_groups_of_one_case_become_one() -> None:
    assert cases("Trường hợp mất:", "- Trường hợp mất", "Trường hợp hỏng") == [
        "Trường hợp mất",
        "Trường hợp hỏng",
    ]


def test_what_is_for_everybody_comes_first() -> None:
    assert cases("Trường hợp mất", "Giấy tờ phải nộp") == ["", "Trường hợp mất"]


def test_papers_under_a_heading_for_showing_are_only_shown() -> None:
    (group,) = sort([("Giấy tờ phải nộp", [DON]), ("Giấy tờ phải xuất trình", [HO_CHIEU])])
    assert [(paper.name, paper.show_only) for paper in group.papers] == [("Đơn", False), ("Hộ chiếu", True)]


def test_a_heading_among_the_components_counts_for_those_after_it() -> None:
    heading = Component(name="* Giấy tờ phải xuất trình:")
    (group,) = sort([("", [DON, heading, HO_CHIEU])])
    assert [paper.show_only for paper in group.papers] == [False, True]
    assert group.notes == ()


def test_a_heading_that_names_a_case_stays_as_a_note() -> None:
    heading = Component(name="Trường hợp bị mất, hồ sơ gồm:", code="K9")
    (group,) = sort([("", [heading, DON])])
    assert [(note.text, note.code) for note in group.notes] == [("Trường hợp bị mất, hồ sơ gồm", "K9")]


def test_everything_under_a_note_is_a_note() -> None:
    (group,) = sort([("* Lưu ý:", [DON])])
    assert (group.papers, group.notes[0].text) == ((), "Đơn")


def test_a_title_that_is_a_rule_is_kept_as_a_note() -> None:
    (group,) = sort([("Trường hợp không ghi bản chính thì có thể nộp bản sao.", [DON])])
    assert (group.name, group.notes[0].text) == ("", "Trường hợp không ghi bản chính thì có thể nộp bản sao")
    assert group.papers[0].name == "Đơn"


def test_the_same_paper_is_listed_once() -> None:
    (group,) = sort([("", [DON, Component(name="- đơn;", originals=1)])])
    assert len(group.papers) == 1


def test_the_same_paper_for_two_conditions_is_listed_twice() -> None:
    twice = [Component(name=f"Đối với {who}: Tờ khai", originals=1) for who in ("cá nhân", "tổ chức")]
    (group,) = sort([("", twice)])
    assert [paper.note for paper in group.papers] == ["Đối với cá nhân", "Đối với tổ chức"]


def test_nothing_makes_nothing() -> None:
    assert sort([]) == ()
    assert sort([("Trường hợp mất", [])]) == ()
