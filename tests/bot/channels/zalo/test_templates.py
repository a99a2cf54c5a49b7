from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.channels.base import Delivery
from bot.channels.zalo.api import Api
from bot.channels.zalo.channel import Looks, ZaloChannel
from bot.channels.zalo.settings import Template
from bot.channels.zalo.templates import UNREACHED, UNSET, Templates
from bot.errors import AccountBarredError, ChannelAwayError, ChatGoneError, ReplyRefusedError, RetryLaterError
from bot.notifier import Notifier
from bot.sender import Sender
from handlers.reply import Reply
from storage import follows, outbox, presences
from storage.database import Database
from storage.deliveries import apply
from storage.follows import Role
from storage.reports import DossierReport, Status
from tests.fakes.talk import HASHER
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.person import Person
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import PAYLOADS

BY_ID, BY_PHONE, CS = "/v3.0/oa/message/template", "/message/template", "/v3.0/oa/message/cs"
CODES = ("000.00.04.H51-261101-0001", "000.00.04.H51-261101-0002")
PHONE = "0912345678"
SET = {"*": Template(id="7001", data={"ma_ho_so": "{code}", "trang_thai": "{status}"})}


@dataclass
class Office:
    """An agency, somebody who follows dossiers there, and Zalo between them."""

    database: Database
    fake: FakeZalo
    an: Person
    api: Api

    async def filed(self, *codes: str) -> None:
        """The person follows these, then says nothing for eight days."""
        for code in codes:
            await self.report(code, Status.ACCEPTED)
        async with self.database.writing() as session:
            await presences.spoke(session, "zalo", self.an.id, self.fake.now)
            for code in codes:
                tie = await follows.opened(
                    session, "zalo", self.an.id, code, role=Role.APPLICANT, now=self.fake.now
                )
                assert tie is not None
                await follows.follow(session, tie.id, self.fake.now)
        self.fake.citizen(self.an.id).spoke_at = self.fake.now
        self.fake.now += timedelta(days=8)

    async def report(self, code: str, status: Status) -> None:
        report = DossierReport(code=code, status=status, at=self.fake.now, received_at=self.fake.now)
        async with self.database.writing() as session:
            await apply(session, HASHER, report, clock=lambda: self.fake.now)

    async def notice(self, *codes: str) -> Delivery:
        """All of these are ready: the notice as it lies in the outbox."""
        for code in codes:
            await self.report(code, Status.READY)
        await Notifier(
            self.database, language="vi", told=lambda: None, clock=lambda: self.fake.now
        ).tell_due()
        async with self.database.reading() as session:
            *_, row = await outbox.due(session, now=self.fake.now, channel="zalo")
        return Delivery(id=row.id, chat=row.chat, reply=Reply.model_validate_json(row.body))

    async def keep_phone(self) -> None:
        async with self.database.writing() as session:
            await presences.keep_phone(session, "zalo", self.an.id, PHONE)

    def channel(self, templates: Mapping[str, Template] = SET) -> ZaloChannel:
        beyond = Templates(self.api, self.database, templates, clock=lambda: self.fake.now)
        return ZaloChannel(
            self.api,
            self.database,
            beyond,
            PAYLOADS,
            looks=Looks(language="vi"),
            clock=lambda: self.fake.now,
        )

    @property
    def told(self) -> list[str]:
        """The codes that reached the person in templates."""
        return [shown.template["ma_ho_so"] for shown in self.an.screen if shown.template]


@pytest.fixture
def office(sqlite_database: Database, fake: FakeZalo, an: Person, api: Api) -> Office:
    fake.templates["7001"] = {"ma_ho_so", "trang_thai"}
    return Office(sqlite_database, fake, an, api)


async def test_within_the_window_a_notice_is_a_message(office: Office) -> None:
    await office.filed(CODES[0])
    office.fake.now -= timedelta(days=4)
    await office.channel().send(await office.notice(CODES[0]))
    assert "Kết quả đã có" in office.an.last.text or CODES[0] in office.an.last.text
    assert office.told == []


async def test_beyond_it_a_notice_is_a_template(office: Office) -> None:
    await office.filed(CODES[0])
    await office.channel().send(await office.notice(CODES[0]))
    assert office.an.last.template == {"id": "7001", "ma_ho_so": CODES[0], "trang_thai": "Đã có kết quả"}
    assert office.fake.called(CS) == []


async def test_a_digest_is_a_template_a_dossier(office: Office) -> None:
    await office.filed(*CODES)
    await office.channel().send(await office.notice(*CODES))
    assert office.told == list(CODES)


async def test_a_template_that_was_taken_is_not_sent_again(office: Office) -> None:
    await office.filed(*CODES)
    notice = await office.notice(*CODES)
    channel = office.channel()
    office.fake.fail_after(BY_ID, 1, Fault())
    with pytest.raises(ChannelAwayError):
        await channel.send(notice)
    await channel.send(notice)
    assert office.told == list(CODES)


async def test_without_a_template_it_is_given_up_with_its_reason(office: Office) -> None:
    await office.filed(CODES[0])
    notice = await office.notice(CODES[0])
    with pytest.raises(ReplyRefusedError, match=UNSET[:40]):
        await office.channel({}).send(notice)
    assert office.an.screen == []


async def test_what_is_given_up_is_told_and_the_dossier_stays_followed(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    await office.filed(CODES[0])
    await office.notice(CODES[0])
    await Sender(office.database, [office.channel({})], clock=lambda: office.fake.now).send_due()
    assert UNSET in caplog.text
    assert "is given up" in caplog.text
    async with office.database.reading() as session:
        (tie,) = await follows.of_chat(session, "zalo", office.an.id)
        assert tie.followed_at is not None
        assert await outbox.due(session, now=office.fake.now) == []


@pytest.mark.parametrize("code", [-249, -230, -232, -213])
async def test_what_does_not_go_by_id_goes_by_phone(office: Office, code: int) -> None:
    await office.filed(CODES[0])
    await office.keep_phone()
    notice = await office.notice(CODES[0])
    office.fake.fail(BY_ID, Fault(code=code))
    await office.channel().send(notice)
    (sent,) = office.fake.called(BY_PHONE)
    assert sent["phone"] == "84912345678"
    assert sent["tracking_id"] == f"{notice.id}-0"
    assert office.told == [CODES[0]]


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        (-249, ReplyRefusedError, UNREACHED),
        (-230, ReplyRefusedError, "7 days"),
        (-213, ChatGoneError, "does not follow"),
        (-321, AccountBarredError, "no money"),
    ],
)
async def test_without_a_number_the_refusal_stands(
    office: Office, code: int, kind: type[Exception], reason: str
) -> None:
    await office.filed(CODES[0])
    notice = await office.notice(CODES[0])
    office.fake.fail(BY_ID, Fault(code=code))
    with pytest.raises(kind, match=reason):
        await office.channel().send(notice)
    assert office.fake.called(BY_PHONE) == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [(-118, ChatGoneError), (-109, AccountBarredError), (-1121, ReplyRefusedError), (-144, RetryLaterError)],
)
async def test_a_refusal_by_phone_is_told_too(office: Office, code: int, kind: type[Exception]) -> None:
    await office.filed(CODES[0])
    await office.keep_phone()
    notice = await office.notice(CODES[0])
    office.fake.fail(BY_ID, Fault(code=-249))
    office.fake.fail(BY_PHONE, Fault(code=code))
    with pytest.raises(kind):
        await office.channel().send(notice)


async def test_by_phone_a_dead_token_is_renewed(office: Office) -> None:
    await office.filed(CODES[0])
    await office.keep_phone()
    notice = await office.notice(CODES[0])
    office.fake.fail(BY_ID, Fault(code=-249))
    office.fake.fail(BY_PHONE, Fault(code=-124))
    await office.channel().send(notice)
    assert office.told == [CODES[0]]


async def test_by_night_it_waits_for_six_o_clock(office: Office) -> None:
    await office.filed(CODES[0])
    notice = await office.notice(CODES[0])
    office.fake.now = datetime.fromisoformat("2026-12-01T23:30:00+07:00")
    with pytest.raises(RetryLaterError) as caught:
        await office.channel().send(notice)
    assert caught.value.seconds == 6.5 * 3600
    assert office.fake.called(BY_ID) == []


async def test_a_window_that_zalo_finds_closed_is_closed(office: Office) -> None:
    """We knew nothing of this person, or their last word was another's."""
    await office.filed(CODES[0])
    notice = await office.notice(CODES[0])
    async with office.database.writing() as session:
        await presences.spoke(session, "zalo", office.an.id, office.fake.now)
    await office.channel().send(notice)
    assert office.told == [CODES[0]]
    assert len(office.fake.called(CS)) == 1
