from dataclasses import replace

from bot.jetstream.names import PARTITIONS, Names, message_id, partition
from storage.inbox import Envelope
from tests.fakes.talk import START

ENVELOPE = Envelope(channel="web", chat="an", event_id="1", body="", at=START)


def test_a_chat_has_one_partition_for_ever() -> None:
    assert partition(ENVELOPE) == partition(replace(ENVELOPE, event_id="2")) == 54
    chats = {partition(replace(ENVELOPE, chat=str(number))) for number in range(2000)}
    assert chats == set(range(PARTITIONS))


def test_a_repeated_event_has_the_same_id_and_another_chats_has_not() -> None:
    assert message_id(ENVELOPE) == message_id(replace(ENVELOPE, body="again"))
    others = [
        replace(ENVELOPE, chat="binh"),
        replace(ENVELOPE, event_id="2"),
        replace(ENVELOPE, channel="zalo"),
    ]
    assert len({message_id(one) for one in (ENVELOPE, *others)}) == 4


def test_deployments_do_not_meet() -> None:
    here, there = Names("motcua"), Names("other")
    assert here.subject(3) == "motcua.in.3"
    assert {here.incoming, here.bell, here.work(3)}.isdisjoint({there.incoming, there.bell, there.work(3)})
