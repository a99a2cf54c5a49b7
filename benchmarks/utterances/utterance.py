"""An utterance: a citizen's line with the procedure it is after, and what a matcher makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.matching.match import Aspect, Match, Matcher, Place, Verdict

UTTERANCES = Path(__file__).parents[2] / "tests" / "knowledge" / "utterances"
"""One YAML file a field, as the shipped procedures lie."""

CODE, ASPECT = "code", "aspect"
# So many procedures are given to choose from.
_CHOICES = 3
_ASKED = (Verdict.CLARIFY, Verdict.OFFER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A line somebody may type. Any of ``codes`` is right; ``aspect`` is what it asks for, where it does.

    ``absent`` is the entry among what is not held that it is after, where no procedure is. ``weak`` says what
    the matcher is known to get wrong today: ``code``, ``aspect``, or both.
    """

    text: str
    codes: tuple[str, ...] = ()
    aspect: Aspect | None = None
    absent: str = ""
    weak: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became of an utterance: whether a right code came ``first``, or among the ``first_three``.

    What is not held comes first where its entry is told. ``wrong`` are the parts not served: ``code`` unless
    it was answered right or a right one was offered, ``aspect`` unless the one asked for was seen.
    """

    first: bool
    first_three: bool
    answered_wrong: bool
    wrong: frozenset[str]


def load(path: Path) -> list[Utterance]:
    """The utterances of one file."""
    return [_utterance(row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def hear(matcher: Matcher, said: Utterance) -> Heard:
    """Put an utterance to a matcher, from nowhere in particular."""
    match = matcher.match(said.text, Place())
    right = [one.code in said.codes for one in match.candidates[:_CHOICES]]
    told = bool(said.absent) and match.verdict is Verdict.ABSENT and match.topic == said.absent
    first, first_three = right[:1] == [True] or told, any(right) or told
    wrong = [CODE] * (not told and not _served(match, first, first_three))
    wrong += [ASPECT] * bool(said.aspect and said.aspect not in match.aspects)
    return Heard(
        first=first,
        first_three=first_three,
        answered_wrong=match.verdict is Verdict.ANSWER and not first,
        wrong=frozenset(wrong),
    )


def _utterance(row: Mapping[str, Any]) -> Utterance:
    code, weak = row.get("code", ()), row.get("weak", [])
    return Utterance(
        text=row["text"],
        codes=(code,) if isinstance(code, str) else tuple(code),
        aspect=Aspect(row["aspect"]) if "aspect" in row else None,
        absent=row.get("absent", ""),
        weak=frozenset([weak] if isinstance(weak, str) else weak),
    )


def _served(match: Match, first: bool, first_three: bool) -> bool:
    if match.verdict is Verdict.ANSWER:
        return first
    return match.verdict in _ASKED and first_three
