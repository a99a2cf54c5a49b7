import numpy as np

from benchmarks.matching.resources import cost


def test_what_is_made_costs_memory_and_time() -> None:
    found = cost(lambda: np.ones(10_000_000))
    assert found.memory > 70
    assert found.seconds > 0


def test_it_is_made_elsewhere() -> None:
    made: list[int] = []
    cost(lambda: made.append(1))
    assert made == []
