import zxingcpp
from PIL import Image

from bot.papers.qr import squares
from tests.bot.papers.samples import LINK


def test_the_squares_are_read_back() -> None:
    drawn = squares(LINK)
    image = Image.new("L", (len(drawn), len(drawn)), 255)
    image.putdata([0 if dark else 255 for row in drawn for dark in row])
    large = image.resize((len(drawn) * 6,) * 2, Image.Resampling.NEAREST)
    assert [one.text for one in zxingcpp.read_barcodes(large)] == [LINK]


def test_there_is_white_around_them() -> None:
    drawn = squares(LINK)
    assert not any(drawn[0])
    assert not any(row[-1] for row in drawn)
