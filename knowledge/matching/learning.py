"""Learns from phrases which of their features speak for which procedure: softmax regression, step by step.

The noise is made by rule while it learns: each time a phrase is looked at some of its features are left out,
and its marks now and then, so that no single word carries all. The same phrases give the same weights, and a
phrase more changes nothing about when the others are looked at and what is left out of them: who adds a
saying to one procedure must not stir all the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.index import Numbers, Scores

# So often is every phrase looked at; the steps grow smaller from round to round.
_ROUNDS = 16
_STEP = 8.0
_SLOWER = 0.3
# The weights are the mean of those after each of the last rounds: a phrase more elsewhere moves them less.
_MEAN_OF = 8
# How often a feature is left out of a look, and all marks together. What is learned must hold with whatever
# half of the phrase somebody else happens to say.
_LEFT_OUT = 0.5
_UNMARKED = 0.3
# Constants of splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
_GOLDEN, _FIRST, _SECOND = (
    np.array([number], np.uint64) for number in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
)


Lots = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A phrase by its features: their numbers, how telling each is, which are marks. ``label``: its class.

    ``lots`` are numbers by which it is drawn what is left out: one of the phrase and then one a feature, made
    of their spelling alone.
    """

    features: NDArray[np.int64]
    weights: Scores
    marks: NDArray[np.bool_]
    lots: Lots
    label: int


def learn(examples: Sequence[Example], classes: int) -> tuple[Numbers, Scores]:
    """The features that were seen, in order, and for each of them its weight for every class."""
    seen = np.unique(np.concatenate([np.empty(0, np.int64), *(one.features for one in examples)]))
    weights = np.zeros((len(seen), classes), np.float32)
    mean = np.zeros_like(weights)
    rows = [seen.searchsorted(one.features) for one in examples]
    phrases = np.array([one.lots[0] for one in examples], np.uint64)
    for turn in range(_ROUNDS):
        for at in np.argsort(_drawn(phrases, 2 * turn), kind="stable"):
            kept = _kept(examples[at], 2 * turn + 1)
            _step(weights, rows[at][kept], examples[at].weights[kept], examples[at].label, turn)
        if turn >= _ROUNDS - _MEAN_OF:
            mean += weights / _MEAN_OF
    return seen.astype(np.int32), mean


def _kept(example: Example, draw: int) -> NDArray[np.bool_]:
    phrase, features = np.split(_drawn(example.lots, draw), [1])
    kept: NDArray[np.bool_] = features >= _LEFT_OUT
    return kept & ~example.marks if phrase[0] < _UNMARKED else kept


def _drawn(lots: Lots, draw: int) -> NDArray[np.float64]:
    """Numbers from 0 to 1, for each lot and draw another one: splitmix64."""
    mixed = lots + np.array([draw + 1], np.uint64) * _GOLDEN
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
    drawn: NDArray[np.float64] = (mixed >> np.uint64(11)) / 2.0**53
    return drawn


def _step(weights: Scores, rows: NDArray[np.int64], values: Scores, label: int, turn: int) -> None:
    """Move the weights of some features towards their class and away from those now thought likely."""
    length = np.sqrt(values @ values)
    if not length:  # nothing was kept, or nothing that tells
        return
    values = values / length
    before = weights[rows]
    wrong = likelihoods(values @ before)
    wrong[label] -= 1.0
    weights[rows] = before - np.outer(_STEP / (1.0 + _SLOWER * turn) * values, wrong)


def likelihoods(scores: Scores) -> Scores:
    """Shares of one, the higher the score the more."""
    lifted = np.exp(scores - scores.max())
    shares: Scores = lifted / lifted.sum()
    return shares
