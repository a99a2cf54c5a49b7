"""How plain a Vietnamese text is: sentences of one breath, and people's words where the law has its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from knowledge.model import Line, Value

LONGEST = 30
"""Syllables of a sentence: about three lines of a small phone. Of 100 shipped ones 97 have at most 20."""

_FILE = Path(__file__).parent / "data" / "plain_words.yaml"
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_SYLLABLE = re.compile(r"[^\W_]+(?:[.,:/-]\d+)*")
_SHOWN = 40


class _Word(Value):
    """A word of laws and offices, and what people say."""

    word: Line
    say: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is not plain in a text, and how to say it."""

    text: str
    mend: str


def faults(text: str) -> Iterator[Fault]:
    """What is not plain in a text of any number of sentences."""
    yield from long_sentences(text)
    yield from jargon(text)


def long_sentences(text: str) -> Iterator[Fault]:
    """The sentences that nobody reads in one breath. A number, a day or a placeholder is one syllable."""
    for sentence in _SENTENCE_END.split(text):
        count = len(_SYLLABLE.findall(sentence))
        if count > LONGEST:
            told = f'"{sentence[:_SHOWN].rstrip()}…" has {count} syllables'
            yield Fault(text=told, mend=f"part it into sentences of at most {LONGEST}")


def jargon(text: str) -> Iterator[Fault]:
    """The words of laws and offices in a text, each with what people say; the longest that fits."""
    for found in _pattern().findall(text):
        yield Fault(text=f'"{found}" is officialese', mend=f"say: {words()[found.lower()]}")


@cache
def words() -> Mapping[str, str]:
    """What people say, by the word of laws and offices. Read once."""
    written = TypeAdapter(tuple[_Word, ...]).validate_python(yaml.safe_load(_FILE.read_text("utf-8")))
    return {one.word: one.say for one in written}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
