from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from bot.papers.picture import FOOT, TALLEST, WIDTH, picture
from handlers.handout import Handout
from handlers.reply import HEAVIEST
from tests.bot.papers.samples import FEW, LINK, MANY


def opened(handout: Handout) -> Image.Image:
    return Image.open(BytesIO(picture(handout)))


def test_the_code_on_it_leads_back() -> None:
    assert [one.text for one in zxingcpp.read_barcodes(opened(FEW).convert("L"))] == [LINK]


def test_without_a_link_there_is_no_code() -> None:
    assert zxingcpp.read_barcodes(opened(MANY).convert("L")) == []


@pytest.mark.parametrize("handout", [FEW, MANY], ids=["few", "many"])
def test_it_fits_a_chat(handout: Handout) -> None:
    drawn = opened(handout)
    assert drawn.format == "PNG"
    assert drawn.width == WIDTH
    assert drawn.height <= TALLEST + FOOT
    assert len(picture(handout)) < HEAVIEST


def test_a_tick_is_drawn() -> None:
    bare = tuple(one.__class__(name=one.name, ticked=False) for one in FEW.papers)
    ticked = tuple(one.__class__(name=one.name, ticked=True) for one in FEW.papers)
    plain = Handout(title="Khai sinh", papers_title="Giấy tờ", papers=bare)
    done = Handout(title="Khai sinh", papers_title="Giấy tờ", papers=ticked)
    assert opened(plain).size == opened(done).size
    assert opened(plain).tobytes() != opened(done).tobytes()


def test_a_word_wider_than_the_page_is_broken() -> None:
    long = Handout(title="a" * 200, papers_title="", papers=())
    drawn = opened(long).convert("L")
    edge = drawn.crop((WIDTH - 60, 110, WIDTH, drawn.height))
    assert len(set(edge.tobytes())) == 1
