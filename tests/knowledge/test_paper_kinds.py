import pytest

from knowledge.paper_kinds import shipped
from knowledge.shelf import Shelf


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Căn cước hoặc hộ chiếu của người đi làm", "identity"),
        ("Thẻ căn cước của bạn", "identity"),
        ("Căn cước hoặc hộ chiếu của cha mẹ bé", ""),
        ("Thẻ căn cước cũ", ""),
        ("Bản sao hộ chiếu còn hạn", ""),
        ("Sổ đỏ, sổ hồng bản gốc", "land"),
        ("Tờ khai đăng ký khai sinh", ""),
        ("Giấy khám sức khỏe của người lái xe, còn hiệu lực", "health"),
    ],
)
def test_a_standing_paper_is_known_by_its_name(name: str, kind: str) -> None:
    assert shipped().of(name) == kind


def test_every_kind_stands_in_some_guide() -> None:
    guides = [one.guide for one in Shelf.load().procedures.values() if one.guide]
    found = {shipped().of(paper.name) for guide in guides for paper in guide.papers}

    assert set(shipped().kinds) <= found
