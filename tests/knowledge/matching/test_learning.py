import numpy as np
import pytest

from knowledge.matching.learning import Example, learn, likelihoods


def example(label: int, *features: int, marks: tuple[int, ...] = ()) -> Example:
    numbers = np.array(features, np.int64)
    return Example(
        features=numbers,
        weights=np.ones(len(features), np.float32),
        marks=np.isin(numbers, marks),
        lots=np.array([sum(features), *features], np.uint64),
        label=label,
    )


EXAMPLES = [example(0, 3, 5), example(0, 3, 9), example(1, 7, 5), example(1, 7), example(1, 7, 9)]


def test_what_only_one_class_has_speaks_for_it_and_what_both_have_says_little() -> None:
    seen, weights = learn(EXAMPLES, 2)
    assert seen.tolist() == [3, 5, 7, 9]
    three, five, seven, _ = weights
    assert three[0] > three[1]
    assert seven[1] > seven[0]
    assert abs(five[0] - five[1]) < three[0] - three[1]


def test_the_same_phrases_give_the_same_weights() -> None:
    assert (learn(EXAMPLES, 2)[1] == learn(EXAMPLES, 2)[1]).all()


def test_a_phrase_more_does_not_stir_what_others_teach() -> None:
    _, before = learn(EXAMPLES, 3)
    seen, after = learn([*EXAMPLES, example(2, 11, 12)], 3)
    kept = seen.searchsorted([3, 5, 7, 9])
    assert np.abs(after[kept][:, :2] - before[:, :2]).max() < 0.05 * np.abs(before).max()


def test_marks_are_left_out_now_and_then_so_that_words_without_them_suffice() -> None:
    marked = [example(0, 1, 2, marks=(2,)), example(1, 3, 4, marks=(4,))] * 20
    seen, weights = learn(marked, 2)
    bare = weights[seen.searchsorted(1)]
    assert likelihoods(bare)[0] > 0.9


def test_nothing_is_learned_from_nothing() -> None:
    seen, weights = learn([], 1)
    assert seen.size == 0
    assert weights.shape == (0, 1)
    assert learn([example(0)], 1)[0].size == 0


def test_a_phrase_that_tells_nothing_teaches_nothing() -> None:
    idle = Example(
        features=np.array([1], np.int64),
        weights=np.zeros(1, np.float32),
        marks=np.zeros(1, np.bool_),
        lots=np.zeros(2, np.uint64),
        label=0,
    )
    assert (learn([idle], 2)[1] == 0).all()


def test_likelihoods_are_shares_of_one() -> None:
    assert likelihoods(np.array([0.0, 0.0], np.float32)) == pytest.approx([0.5, 0.5])
    assert likelihoods(np.array([900.0, 0.0], np.float32)) == pytest.approx([1.0, 0.0])
