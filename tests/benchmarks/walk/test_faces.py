import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.walk import faces
from benchmarks.walk.lines import SCRIPTS
from handlers.language import Language
from handlers.presses import Card, Home, Track
from handlers.reply import (
    Block,
    Bullets,
    Button,
    Checklist,
    Fact,
    Heading,
    Item,
    Paragraph,
    Reply,
    Source,
)
from handlers.screen import screen

HOME = Button(label="🏠 Menu", press=Home().encode())


def test_a_reply_that_fits_everywhere_passes(say: Language) -> None:
    faces.check(screen(say, Paragraph(text="Chào bạn " * 600), back=Home()))


def test_a_reply_without_words_or_buttons_fails(say: Language) -> None:
    with pytest.raises(AssertionError):
        faces.check(screen(say, Paragraph(text=" "), back=Home()))
    with pytest.raises(AssertionError):
        faces.check(Reply(blocks=(Paragraph(text="Chào bạn"),)))


_TEXTS = st.one_of(
    st.text(min_size=1, max_size=300),
    st.sampled_from([one for one in SCRIPTS if one.strip()]),
    st.builds("".join, st.lists(st.sampled_from(SCRIPTS), min_size=1, max_size=4)),
    st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=10), st.integers(1, 1000)),
)
"""Text of any script and any length: what a catalogue, an office or a person may have written."""

_PRESSES = st.sampled_from([Home().encode(), Track().encode(), Card(code="1.001193").encode()])
_BLOCKS = st.one_of(
    st.builds(Heading, text=_TEXTS),
    st.builds(Paragraph, text=_TEXTS),
    st.builds(Source, text=_TEXTS),
    st.builds(Fact, label=_TEXTS, text=_TEXTS),
    st.builds(Bullets, title=_TEXTS, items=st.lists(_TEXTS, min_size=1, max_size=5).map(tuple)),
    st.builds(
        Checklist,
        title=_TEXTS,
        items=st.lists(
            st.builds(Item, label=_TEXTS, detail=_TEXTS, ticked=st.booleans(), press=_PRESSES),
            min_size=1,
            max_size=5,
        ).map(tuple),
    ),
)


@given(st.lists(_BLOCKS, max_size=6), st.lists(st.tuples(_TEXTS, _PRESSES), max_size=6))
def test_text_of_any_script_and_length_fits_every_face(
    blocks: list[Block], ways: list[tuple[str, str]]
) -> None:
    """The limits of Telegram (4,096), Zalo and Zalo Bot (2,000), the web and the terminal."""
    buttons = tuple((Button(label=label, press=press),) for label, press in ways)

    faces.check(Reply(blocks=(Paragraph(text="Chào bạn"), *blocks), buttons=(*buttons, (HOME,))))
