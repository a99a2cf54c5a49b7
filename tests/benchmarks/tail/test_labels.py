from pathlib import Path

from benchmarks.tail.labels import load

TEXT = """
- code: "1.000001"
  half: held
  times: [5 working_day]
  fees: [50000, words]
  groups:
    - title: case
      components: {K1: paper, K2: show, K3: note, K4: part}
    - components: {K1: paper 3, K5: heading, K6: case, K7: case 2, K8: show 2}
"""


def test_labels_are_read(tmp_path: Path) -> None:
    path = tmp_path / "labels.yaml"
    path.write_text(TEXT)
    (one,) = load(path)
    assert (one.code, one.half, one.cases) == ("1.000001", "held", 3)
    assert one.due == {"K1": 4, "K2": 1, "K7": 2, "K8": 2}
    assert (one.shown, one.parts) == (frozenset({"K2", "K8"}), frozenset({"K4"}))
    assert (one.times, one.fees) == (frozenset({"5 working_day"}), frozenset({"50000", "words"}))


def test_a_hundred_procedures_are_labelled_half_of_them_held_back() -> None:
    labelled = load()
    assert len({one.code for one in labelled}) == 100
    assert [one.half for one in labelled] == ["open"] * 50 + ["held"] * 50
