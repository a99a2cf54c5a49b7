import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.splitting import units
from bot.channels.telegram.markup import LIMIT, Span, messages
from tests.fakes.telegram.rules import visible


def test_text_is_escaped_whatever_it_is() -> None:
    assert Span("a < b & <b>", "b").html == "<b>a &lt; b &amp; &lt;b&gt;</b>"


def test_a_message_ends_at_the_end_of_a_paragraph() -> None:
    first, second = (Span("x" * 3000 + "\n\n"),), (Span("y" * 3000),)
    assert messages([first, second]) == ["x" * 3000, "y" * 3000]


def test_emoji_count_twice() -> None:
    assert [units(one) for one in messages([(Span("👶" * 3000),)])] == [LIMIT, 6000 - LIMIT]


def test_a_long_paragraph_is_cut_at_a_pause() -> None:
    first, *_ = messages([(Span("Một câu dài. " * 500),)])
    assert first.endswith("Một câu dài.")


@given(
    st.lists(
        st.lists(
            st.builds(
                Span, st.text(st.sampled_from("a <&👶\n."), max_size=60), st.sampled_from(["", "b", "i"])
            ),
            min_size=1,
            max_size=3,
        ).map(tuple),
        min_size=1,
        max_size=8,
    )
)
def test_nothing_is_lost_nothing_is_too_long_and_all_is_well_formed(
    paragraphs: list[tuple[Span, ...]],
) -> None:
    sent = [visible(one) for one in messages(paragraphs, limit=40)]
    assert all(fault == "" and units(text) <= 40 for text, fault in sent)
    told = "".join(text for text, _ in sent)
    said = "".join(span.text for paragraph in paragraphs for span in paragraph)
    assert "".join(told.split()) == "".join(said.split())


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_even_the_smallest_limit_ends(limit: int) -> None:
    assert "".join(messages([(Span("abcdef"),)], limit)) == "abcdef"
