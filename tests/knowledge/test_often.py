from knowledge.often import load
from knowledge.procedure import Procedure
from knowledge.shelf import Shelf


def test_every_code_ships_with_a_guide_and_stands_once() -> None:
    procedures: dict[str, Procedure] = dict(Shelf.load().procedures)
    codes = load()
    assert len(codes) == len(set(codes)) >= 6
    assert all(procedures[code].guide for code in codes)
