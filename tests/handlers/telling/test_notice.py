from datetime import UTC, datetime, timedelta

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
    both = moved(1, News.STATUS, News.STATUS, News.DUE_MOVED)
    digest = plain(notice(say, [both, moved(2)], NOW))
    assert "0001: tình trạng mới: đã có kết quả, ngày hẹn trả đã thay đổi\n" in digest
    assert plain(notice(say, [both], NOW)).count("Đã có kết quả") == 1


def test_what_has_passed_is_not_called_near(say: Language) -> None:
    passed = moved(1, News.DUE_NEAR, News.DUE_PASSED, status=Status.PROCESSING)
    text = plain(notice(say, [passed], NOW + timedelta(days=2)))
    assert "Đã quá ngày hẹn trả." in text
    assert "Sắp đến" not in text
    assert "chờ đến ngày hẹn" not in text


def test_a_result_that_is_ready_says_what_to_bring(say: Language) -> None:
    text = plain(notice(say, [moved()], NOW))
    assert text == (
        "🔔 Tin mới về hồ sơ 000.00.01.H99-261101-0001\n\n"
        "Đã có kết quả, đang chờ bạn ở bộ phận một cửa.\n\n"
        "Việc của bạn: Mang giấy hẹn và giấy tờ tùy thân đến nhận.\n"
        "Tiếp theo: Bạn đến là được trả kết quả."
    )


def test_a_fee_that_is_due_says_how_to_pay(say: Language) -> None:
    text = plain(notice(say, [moved(1, News.NEEDS, status=Status.NEEDS_PAYMENT)], NOW))
    assert "Khoản tiền cần nộp đã thay đổi." in text
    assert "Đừng bao giờ chuyển vào tài khoản cá nhân." in text


def test_a_paper_that_is_asked_for_is_named(say: Language) -> None:
    assert "Bản vẽ" in plain(notice(say, [moved(1, News.NEEDS, status=Status.NEEDS_PAPERS)], NOW))


def test_a_digest_lists_a_few_and_counts_the_rest(say: Language) -> None:
    reply = notice(say, [moved(number) for number in range(1, MOST + 4)], NOW)
    text = plain(reply)
    assert text.count("000.00.01.H99") == MOST
    assert "Và 3 hồ sơ nữa." in text
    assert len(reply.buttons) == MOST + 1
