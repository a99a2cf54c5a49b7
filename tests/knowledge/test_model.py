import pytest
from pydantic import TypeAdapter, ValidationError

from knowledge.model import Code, Line, Prose, Slug, Value


class Sample(Value):
    line: Line
    prose: Prose = ""


def test_text_is_clean_by_construction() -> None:
    sample = Sample(line=" Đăng\u00a0ký\nkhai sinh ", prose="một\r\n\n\n hai ")
    assert (sample.line, sample.prose) == ("Đăng ký khai sinh", "một\n\nhai")


def test_a_value_cannot_be_changed() -> None:
    name = "line"
    with pytest.raises(ValidationError, match="frozen"):
        setattr(Sample(line="x"), name, "y")


def test_a_value_refuses_names_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Sample.model_validate({"line": "x", "lien": "y"})


@pytest.mark.parametrize("code", ["1.001193", "1.0133611", "2.009182739"])
def test_a_code(code: str) -> None:
    assert TypeAdapter(Code).validate_python(code) == code


@pytest.mark.parametrize(
    "code", ["0.001193", "1.00119", "1.0011931234", "1.014955-Xoa", " 1.001193", "1,001193"]
)
def test_no_code(code: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Code).validate_python(code)


@pytest.mark.parametrize("slug", ["", "Ai", "ai đi", "a-b", "x" * 17])
def test_no_slug(slug: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Slug).validate_python(slug)
