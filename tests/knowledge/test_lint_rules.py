from pathlib import Path

import pytest

from knowledge import procedure_file
from knowledge.guide import Guide
from knowledge.lint_rules import of_guide, of_procedure

SAMPLE = procedure_file.read(Path(__file__).parent / "data" / "1.000001.yaml")
GUIDE = SAMPLE.guide


def guide(**changes: object) -> Guide:
    assert GUIDE is not None
    return Guide.model_validate({**GUIDE.model_dump(), **changes})


def test_a_good_procedure_keeps_every_rule() -> None:
    assert list(of_procedure(SAMPLE, "1.000001")) == []


def test_what_is_not_plain_is_found_in_its_place() -> None:
    changed = guide(tips=["Mang theo căn cước.", "Xuất trình căn cước."], fee=" ".join(["phí"] * 31))
    assert [(one.place, one.mend) for one in of_guide(changed)] == [
        (("guide", "fee"), "part it into sentences of at most 30"),
        (("guide", "tips", 1), "say: đưa xem, mang theo"),
    ]


def test_papers_are_called_as_they_are_printed() -> None:
    printed = "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất"
    paper = {"id": "don", "name": printed, "form": printed}
    assert list(of_guide(guide(ask=[], papers=[paper], result=printed))) == []


def test_a_guide_gives_eight_to_twenty_ways_of_saying_it() -> None:
    for count, findings in ((7, 1), (8, 0), (20, 0), (21, 1)):
        assert len(list(of_guide(guide(says=[f"cách {at}" for at in range(count)])))) == findings


def test_a_guide_gives_a_tip_of_its_own_or_of_a_paper() -> None:
    bare = [{"id": "don", "name": "Đơn"}]
    told = [{"id": "don", "name": "Đơn", "tip": "Ký sẵn ở nhà."}]
    assert [one.text for one in of_guide(guide(ask=[], papers=bare, tips=[]))] == ["no tip"]
    assert list(of_guide(guide(ask=[], papers=told, tips=[]))) == []


def test_no_case_goes_without_a_paper() -> None:
    choices = [{"id": one, "label": one} for one in ("a", "b", "c")]
    ask = [{"id": "ai", "text": "Ai?", "choices": choices}]
    papers = [{"id": one, "name": "Đơn", "when": {"ai": [one]}} for one in ("a", "b")]
    assert [problem.text for problem in of_guide(guide(ask=ask, papers=papers))] == ['"c" brings no paper']


@pytest.mark.parametrize("words", ["lên huyện", "Phòng Tư pháp quận", "cấp huyện"])
def test_no_district(words: str) -> None:
    assert [problem.place for problem in of_guide(guide(place=words))] != []


@pytest.mark.parametrize("words", ["quần áo", "luyện tập", "xã, phường, đặc khu"])
def test_no_district_where_there_is_none(words: str) -> None:
    assert list(of_guide(guide(place=words))) == []


def test_each_pair_of_choices_must_differ() -> None:
    choices = [{"id": one, "label": one} for one in ("a", "b", "c")]
    ask = [{"id": "ai", "text": "Ai?", "choices": choices}]
    papers = [{"id": "don", "name": "Đơn"}, {"id": "anh", "name": "Ảnh", "when": {"ai": ["a"]}}]
    assert [problem.text for problem in of_guide(guide(ask=ask, papers=papers))] == [
        '"b" and "c" bring the same papers'
    ]


def test_a_paper_for_every_choice_brings_no_difference() -> None:
    choices = [{"id": one, "label": one} for one in ("a", "b")]
    ask = [{"id": "ai", "text": "Ai?", "choices": choices}]
    papers = [{"id": "don", "name": "Đơn", "when": {"ai": ["a", "b"]}}]
    assert len(list(of_guide(guide(ask=ask, papers=papers)))) == 1


def test_a_component_that_is_only_a_note_may_stand_behind_a_paper() -> None:
    papers = [{"id": "anh", "name": "Ảnh", "official": ["K2"]}]
    leaning = SAMPLE.model_copy(update={"guide": guide(ask=[], papers=papers)})
    assert list(of_procedure(leaning, "1.000001")) == []


def test_next_may_not_point_to_itself() -> None:
    circle = SAMPLE.model_copy(update={"guide": guide(next=[{"code": "1.000001", "why": "Lại nữa"}])})
    assert [problem.place for problem in of_procedure(circle, "1.000001")] == [("guide", "next", 0)]
