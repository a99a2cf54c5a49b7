"""A reply as plain text: for the terminal, for JSON lines, and for any channel without buttons."""

from collections.abc import Iterator
from itertools import count

from handlers.company import personal
from handlers.options import box, options
from handlers.reply import Block, Bullets, Button, Checklist, Fact, Heading, Paragraph, Reply, Source

_BELOW = "\n"
"""What separates a label from a fact of several lines."""


def plain(reply: Reply) -> str:
    """What is said, without its choices. Facts stand line by line, everything else in paragraphs."""
    return _joined(reply, [_block(block) for block in reply.blocks])


def numbered(reply: Reply, *, apart: str = "") -> str:
    """The same with every choice numbered as ``handlers.options`` counts them: papers first, then buttons.

    Where others read along, ``apart`` names who is to be written to in private: what is one person's own
    matter leads there and has no number.
    """
    numbers = count(1)
    blocks = [_block(block, numbers) for block in reply.blocks]
    choices = [_choice(one, next(numbers), apart) for row in reply.buttons for one in row]
    return "\n\n".join(filter(None, (_joined(reply, blocks), "\n".join(choices))))


def _choice(one: Button, number: int, apart: str) -> str:
    return f"{one.label} → {apart}" if apart and personal(one.press) else f"{number}. {one.label}"


def rows(reply: Reply) -> list[list[Button]]:
    """Every choice as rows of buttons, for a face that has no ticks of its own: each paper is a row."""
    papers = options(reply.model_copy(update={"buttons": ()}))
    return [[one] for one in papers] + [list(row) for row in reply.buttons]


def _joined(reply: Reply, blocks: list[str]) -> str:
    text = blocks[0]
    for before, after, drawn in zip(reply.blocks, reply.blocks[1:], blocks[1:], strict=False):
        close = isinstance(before, Fact) and isinstance(after, Fact)
        text += ("\n" if close else "\n\n") + drawn
    return text


def _block(block: Block, numbers: Iterator[int] | None = None) -> str:
    match block:
        case Heading() | Paragraph() | Source():
            return block.text
        case Fact():
            return f"{block.label}:{_BELOW if _BELOW in block.text else ' '}{block.text}"
        case Bullets():
            return "\n".join((*filter(None, (block.title,)), *(f"• {item}" for item in block.items)))
        case Checklist():
            return "\n".join((block.title, *_items(block, numbers)))


def _items(block: Checklist, numbers: Iterator[int] | None) -> Iterator[str]:
    for item in block.items:
        number = f"{next(numbers)}. " if numbers else ""
        yield f"{number}{box(item.ticked)} {item.label}" + (f"\n    {item.detail}" if item.detail else "")
