from datetime import UTC, datetime

import pytest

from bot.channels.text import plain
from handlers.language import Language
from handlers.options import options
from handlers.press import decode
from handlers.presses import ShowDossier, Unfollow
from handlers.telling.notice import MOST, Moved, notice
from storage.dossiers import Dossier
from storage.notices import News
from storage.reports import ApplicantKind, Need, NeedKind, Status

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def moved(number: int = 1, *news: News, status: Status = Status.READY) -> Moved:
    dossier = Dossier(
        code=f"000.00.01.H99-261101-{number:04}",
        procedure_code="1.001193",
        procedure_name="Đăng ký khai sinh",
        office="",
        status=status,
        status_at=NOW,
        submitted_at=NOW,
        received_at=NOW,
        due_at=NOW,
        finished_at=None,
        returned_at=None,
        needs=(Need(kind=NeedKind.PAPER, text="Bản vẽ"),) if status is Status.NEEDS_PAPERS else (),
        applicant="Ng*** Văn A***",
        applicant_kind=ApplicantKind.CITIZEN,
        steps=(),
    )
    return Moved(follow_id=number, dossier=dossier, news=news or (News.STATUS,))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("kind", News)
def test_every_kind_of_news_is_told_in_every_state_without_a_name(
    say: Language, status: Status, kind: News
) -> None:
    reply = notice(say, [moved(1, kind, status=status)], NOW)
    text = plain(reply)
    assert "000.00.01.H99-261101-0001" in text
    assert "Văn" not in text
    presses = [decode(one.press) for one in options(reply)]
    assert ShowDossier(follow=1) in presses
    assert Unfollow(follow=1) in presses


def test_the_same_news_twice_is_said_once(say: Language) -> None:
    text = plain(notice(say, [moved(1, News.STATUS, News.STATUS, News.DUE_MOVED)], NOW))
    assert "Trạng thái đã thay đổi, ngày hẹn trả đã thay đổi." in text


def test_a_paper_that_is_asked_for_is_named(say: Language) -> None:
    assert "Bản vẽ" in plain(notice(say, [moved(1, News.NEEDS, status=Status.NEEDS_PAPERS)], NOW))


def test_a_digest_lists_a_few_and_counts_the_rest(say: Language) -> None:
    reply = notice(say, [moved(number) for number in range(1, MOST + 4)], NOW)
    text = plain(reply)
    assert text.count("000.00.01.H99") == MOST
    assert "Và 3 hồ sơ nữa." in text
    assert len(reply.buttons) == MOST + 1
