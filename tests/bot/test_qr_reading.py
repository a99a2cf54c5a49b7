import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from bot.qr_reading import HEAVIEST, LONGEST, MOST_PIXELS, read
from tests.fakes.pictures import encoded, of_code, of_nothing

CODE = "000.00.04.H51-200221-0001"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_code_is_read_from_every_usual_kind_of_picture(kind: str) -> None:
    assert read(of_code(CODE, kind=kind)) == CODE


@pytest.mark.parametrize(("turned", "blurred", "quality"), [(90, 0, 75), (17, 1, 60), (0, 2, 40)])
def test_a_code_is_read_as_people_take_it(turned: float, blurred: float, quality: int) -> None:
    assert read(of_code(CODE, turned=turned, blurred=blurred, quality=quality)) == CODE


def test_a_large_photograph_is_read_too() -> None:
    photo = Image.new("L", (4000, 3000), 200)
    photo.paste(Image.open(BytesIO(of_code(CODE, kind="PNG"))).resize((900, 900)), (1500, 1000))
    assert read(encoded(photo)) == CODE


def test_two_codes_are_both_read() -> None:
    both = Image.new("L", (900, 420), 255)
    for at, text in ((10, "một"), (480, "hai")):
        both.paste(Image.open(BytesIO(of_code(text, kind="PNG"))), (at, 10))
    assert sorted(read(encoded(both, kind="PNG")).split()) == ["hai", "một"]


def test_a_long_code_is_cut() -> None:
    assert len(read(of_code("x" * 900))) == LONGEST


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        of_nothing(),
        of_code(CODE)[:200],
        b"GIF89a" + bytes(40),
        b"\x89PNG\r\n\x1a\n" + bytes(20),
    ],
    ids=["empty", "words", "nothing on it", "torn", "another kind", "broken"],
)
def test_what_has_no_code_says_nothing(content: bytes) -> None:
    assert read(content) == ""


def _bomb(side: int) -> bytes:
    """A small PNG that claims to be enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [8_000, 12_000, 30_000])
def test_a_picture_that_would_fill_the_memory_is_not_unpacked(
    side: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked: list[object] = []
    monkeypatch.setattr(Image.Image, "convert", lambda *given: unpacked.append(given))
    assert side * side > MOST_PIXELS
    assert read(_bomb(side)) == ""
    assert unpacked == []


def test_a_picture_too_heavy_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "open", lambda *given, **more: pytest.fail("opened"))
    assert read(bytes(HEAVIEST + 1)) == ""
