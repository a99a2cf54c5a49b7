from collections.abc import Iterator

from handlers.language import Language
from handlers.telling.ways import by_way, names
from knowledge.facts import Method, Way

METHODS = (
    Method(way=Way.DIRECT, text="Như nhau\nTại quầy"),
    Method(way=Way.ONLINE, text="Như nhau"),
    Method(way=Way.POSTAL, text="Như nhau\nTại quầy"),
)


def _lines(method: Method) -> Iterator[str]:
    return iter(method.text.splitlines())


def test_what_holds_for_every_way_is_told_once_without_naming_them(say: Language) -> None:
    assert by_way(say, METHODS, _lines) == ("Như nhau", "Nộp trực tiếp, Gửi bưu điện: Tại quầy")


def test_nothing_told_is_nothing(say: Language) -> None:
    assert by_way(say, METHODS, lambda method: ()) == by_way(say, (), _lines) == ()


def test_every_way_has_a_name(say: Language) -> None:
    assert names(say, Way) == "Nộp trực tiếp, Nộp qua mạng, Gửi bưu điện"
