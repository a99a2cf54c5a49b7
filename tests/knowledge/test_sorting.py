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
        "Hồ sơ hành chính",
        "Giấy tờ chứng minh đáp ứng các điều kiện, cụ thể gồm:",
        "Phiếu đề nghị. Phiếu này là biểu mẫu điện tử.",
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


def listed(*components: Component, title: str = "") -> dict[str, list[str]]:
    """The papers by case."""
    return {group.name: [one.name for one in group.papers] for group in sort([(title, list(components))])}


MAT = "Trường hợp bị mất"


def test_a_heading_that_names_a_case_opens_it() -> None:
    heading = Component(name=f"{MAT}, hồ sơ gồm:")
    assert listed(DON, heading, HO_CHIEU) == {"": ["Đơn"], MAT: ["Hộ chiếu"]}


@pytest.mark.parametrize("end", ["- Bản sao thẻ", "Tài liệu khác:", "Đối với tổ chức: bản sao thẻ"])
def test_a_case_ends_with_a_sibling_a_heading_or_a_condition(end: str) -> None:
    after = [Component(name=end, originals=int(":" not in end[-1])), Component(name="Ảnh", originals=1)]
    assert listed(Component(name=f"- {MAT}:"), HO_CHIEU, *after)[MAT] == ["Hộ chiếu"]


def test_a_case_in_a_case_names_both() -> None:
    heading = Component(name="a) Đối với cá nhân:")
    assert listed(heading, DON, title=MAT) == {f"{MAT} — Đối với cá nhân": ["Đơn"]}


def test_a_case_keeps_the_code_of_its_heading() -> None:
    heading = Component(name=f"{MAT}, hồ sơ gồm:", code="K9")
    assert [group.code for group in sort([("", [DON, heading, HO_CHIEU])])] == ["", "K9"]


def test_two_headings_in_a_row_have_lost_their_order_and_stay_as_notes() -> None:
    headings = [Component(name=f"- Đối với {who}:", code=who) for who in ("cá nhân", "tổ chức")]
    (group,) = sort([("", [headings[0], headings[1], DON])])
    assert (group.name, group.notes[0].text, group.notes[0].code) == ("", "Đối với cá nhân", "cá nhân")


def test_a_heading_that_names_no_case_stays_as_a_note() -> None:
    heading = Component(name="Chứng cứ chứng minh quan hệ gồm:", code="K9")
    (group,) = sort([("", [heading, DON])])
    assert [(note.text, note.code) for note in group.notes] == [("Chứng cứ chứng minh quan hệ gồm", "K9")]


def test_the_chapters_of_a_paper_are_notes() -> None:
    report = Component(name="Báo cáo thuyết minh các nội dung sau:", originals=1)
    chapters = [Component(name=f"- {name}", originals=1) for name in ("Mục tiêu", "Kinh phí", "Bản vẽ")]
    (group,) = sort([("", [report, *chapters])])
    assert [one.name for one in group.papers] == ["Báo cáo thuyết minh các nội dung sau", "Bản vẽ"]
    assert [one.text for one in group.notes] == ["Mục tiêu", "Kinh phí"]


def test_a_packed_list_is_opened_under_its_own_case() -> None:
    packed = Component(name=f"a) {MAT}, hồ sơ gồm: + Đơn trình báo; + Bản sao thẻ", code="K1", originals=1)
    assert listed(packed, HO_CHIEU) == {"": ["Hộ chiếu"], MAT: ["Đơn trình báo", "Bản sao thẻ"]}


def test_a_packed_list_under_a_heading_for_showing_is_only_shown() -> None:
    packed = Component(name="Giấy tờ phải xuất trình: - Hộ chiếu; - Giấy tờ cư trú", originals=1)
    (group,) = sort([("", [packed])])
    assert [one.show_only for one in group.papers] == [True, True]


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
