import pytest

from benchmarks.walk import faces
from handlers.language import Language
from handlers.presses import Home
from handlers.reply import Paragraph, Reply
from handlers.screen import screen


def test_a_reply_that_fits_everywhere_passes(say: Language) -> None:
    faces.check(screen(say, Paragraph(text="Chào bạn " * 600), back=Home()))


def test_a_reply_without_words_or_buttons_fails(say: Language) -> None:
    with pytest.raises(AssertionError):
        faces.check(screen(say, Paragraph(text=" "), back=Home()))
    with pytest.raises(AssertionError):
        faces.check(Reply(blocks=(Paragraph(text="Chào bạn"),)))
