import re
import unicodedata
import zlib
from dataclasses import replace

import pytest

from bot.papers.pdf import document
from handlers.handout import Form, Handout
from handlers.reply import HEAVIEST
from tests.bot.papers.samples import FEW, MANY


def streams(pdf: bytes) -> bytes:
    """All that is written in it, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    return b"\n".join(_unpacked(one) for one in packed)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize(("form", "size"), [(Form.A4, (595.28, 841.89)), (Form.A6, (297.64, 419.53))])
def test_it_has_the_size_of_its_paper(form: Form, size: tuple[float, float]) -> None:
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document(FEW, form))
    assert found is not None
    assert (float(found[1]), float(found[2])) == pytest.approx(size, abs=0.05)


@pytest.mark.parametrize("form", [Form.A4, Form.A6])
def test_its_letters_are_embedded_and_can_be_read_back(form: Form) -> None:
    pdf = document(FEW, form)
    told = streams(pdf)
    assert b"/FontFile2" in pdf
    for letter in set(FEW.title + FEW.case[0]) - {" "}:
        assert f"<{ord(letter):04X}>".encode() in told, letter


def test_what_comes_in_pieces_goes_out_whole() -> None:
    pieces = replace(FEW, title=unicodedata.normalize("NFD", FEW.title))
    assert f"<{ord('ý'):04X}>".encode() in streams(document(pieces, Form.A4))
    assert b"<0301>" not in streams(document(pieces, Form.A4))


def test_a_tick_is_a_line_and_not_a_letter() -> None:
    bare = replace(FEW, papers=tuple(replace(one, ticked=False) for one in FEW.papers))
    ticked, plain = streams(document(FEW, Form.A4)), streams(document(bare, Form.A4))
    assert ticked.count(b" l") == plain.count(b" l") + 2


@pytest.mark.parametrize("form", [Form.A4, Form.A6])
def test_a_long_list_goes_over_pages(form: Form) -> None:
    pdf = document(MANY, form)
    assert pages(document(FEW, form)) == 1
    assert pages(pdf) > 3
    assert len(pdf) < HEAVIEST


def test_a_code_is_drawn_where_there_is_a_link() -> None:
    bare = Handout(title="Khai sinh", papers_title="Giấy tờ", papers=())
    assert b" re f" in streams(document(FEW, Form.A4))
    assert b" re f" not in streams(document(bare, Form.A4))
