"""Texts of a nested value."""

from knowledge.texts import texts


def test_every_text_and_number_comes_with_its_place() -> None:
    value = {"name": "Tên", "papers": [{"name": "Đơn", "originals": 1}], "none": None, "tips": []}
    assert list(texts("guide", value)) == [
        ("guide.name", "Tên"),
        ("guide.papers.0.name", "Đơn"),
        ("guide.papers.0.originals", "1"),
    ]
