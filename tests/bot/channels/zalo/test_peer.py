import pytest

from bot.channels.zalo.peer import Peer


@pytest.mark.parametrize("peer", [Peer("246845883529197922"), Peer("12", "conv-7")])
def test_a_peer_is_read_as_it_was_written(peer: Peer) -> None:
    assert Peer.read(peer.chat) == peer


def test_how_a_message_is_addressed() -> None:
    assert Peer("246").recipient == {"user_id": "246"}
    assert Peer("12", "c").recipient == {"anonymous_id": "12", "conversation_id": "c"}
