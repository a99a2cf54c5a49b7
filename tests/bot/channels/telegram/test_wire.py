from bot.channels.telegram.wire import KINDS, Update


def test_what_we_do_not_read_is_left_alone() -> None:
    update = Update.read({"update_id": 1, "something_new": {"a": 1}})
    assert update is not None
    assert update.message is None


def test_what_is_no_update_is_none() -> None:
    assert Update.read({"message": {}}) is None
    assert Update.read({"update_id": 1, "message": {"text": 5}}) is None


def test_telegram_is_asked_for_what_we_read() -> None:
    assert "callback_query" in KINDS
    assert "update_id" not in KINDS
