"""Learns from phrases which of their features speak for which procedure: softmax regression, step by step.

The noise is made by rule while it learns: each time a phrase is looked at some of its features are left out,
and its marks now and then, so that no single word carries all. The same phrases give the same weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.index import Numbers, Scores

# So often is every phrase looked at; the steps grow smaller from round to round.
_ROUNDS = 8
_STEP = 8.0
_SLOWER = 0.3
# The weights are the mean of those after each of the last rounds: a phrase more elsewhere moves them less.
_MEAN_OF = 4
# How often a feature is left out of a look, and all marks together.
_LEFT_OUT = 0.1
_UNMARKED = 0.3
_SEED = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A phrase by its features: their numbers, how telling each is, which are marks. ``label``: its class."""

    features: NDArray[np.int64]
    weights: Scores
    marks: NDArray[np.bool_]
    label: int


def learn(examples: Sequence[Example], classes: int) -> tuple[Numbers, Scores]:
    """The features that were seen, in order, and for each of them its weight for every class."""
    seen = np.unique(np.concatenate([np.empty(0, np.int64), *(one.features for one in examples)]))
    weights = np.zeros((len(seen), classes), np.float32)
    mean = np.zeros_like(weights)
    rows = [seen.searchsorted(one.features) for one in examples]
    lot = np.random.default_rng(_SEED)
    for turn in range(_ROUNDS):
        for at in lot.permutation(len(examples)):
            kept = _kept(examples[at], lot)
            _step(weights, rows[at][kept], examples[at].weights[kept], examples[at].label, turn)
        if turn >= _ROUNDS - _MEAN_OF:
            mean += weights / _MEAN_OF
    return seen.astype(np.int32), mean


def _kept(example: Example, lot: np.random.Generator) -> NDArray[np.bool_]:
    kept: NDArray[np.bool_] = lot.random(len(example.features)) >= _LEFT_OUT
    return kept & ~example.marks if lot.random() < _UNMARKED else kept


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
