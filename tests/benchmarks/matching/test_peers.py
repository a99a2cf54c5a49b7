import importlib

import pytest

from benchmarks.matching.peers import Fts5, Ours, Peer, WRatio, plain, words
from tests.knowledge.matching.few import CARD_LOST, ENTRIES


def peers() -> list[Peer]:
    others = (
        ("peer_bm25s", "Bm25s"),
        ("peer_sklearn", "TfIdf"),
        ("peer_sklearn", "TfIdfLetters"),
        ("peer_tantivy", "Tantivy"),
    )
    found: list[Peer] = [Ours(ENTRIES), Fts5(ENTRIES), WRatio(ENTRIES)]
    for module, name in others:
        found.append(getattr(importlib.import_module(f"benchmarks.matching.{module}"), name)(ENTRIES * 2))
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_peer_finds_a_procedure_by_its_name() -> None:
    for peer in peers():
        found = peer.rank("cap lai the can cuoc")
        assert CARD_LOST.code in found[:3], peer.name
        assert len(found) <= 10


def test_a_line_without_words_finds_nothing_and_breaks_nothing() -> None:
    assert Fts5(ENTRIES).rank("???") == []


def test_peers_read_words_without_marks() -> None:
    assert words("Đăng ký, KHAI sinh!") == ["dang", "ky", "khai", "sinh"]
    assert plain(CARD_LOST) == "cap lai the can cuoc"
