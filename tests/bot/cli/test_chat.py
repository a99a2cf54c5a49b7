import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.chat import answer_lines, chat, talk
from bot.desk import Desk
from handlers.dialogue import Dialogue
from handlers.language import Language, Languages
from storage import transcript
from storage.database import Database
from tests.fakes.talk import Talk


@pytest.fixture
def desk(sqlite_database: Database) -> Desk:
    return Desk(sqlite_database, Dialogue(Talk(sqlite_database).services()))


@pytest.fixture
def vietnamese() -> Language:
    return Languages.shipped().of("vi")


def _lines(*lines: object) -> StringIO:
    return StringIO("".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in lines))


async def _answers(desk: Desk, capsys: pytest.CaptureFixture[str], *lines: object) -> list[dict[str, Any]]:
    await answer_lines(desk, _lines(*lines))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


async def test_a_line_in_an_answer_out(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (answer,) = await _answers(desk, capsys, {"chat": "an", "text": "khai sinh bao nhiêu tiền"})

    assert {name: answer[name] for name in ("chat", "outcome", "code", "codes", "aspects")} == {
        "chat": "an",
        "outcome": "answered",
        "code": "1.001193",
        "codes": [
            {"code": "1.001193", "score": 0.9},
            {"code": "1.004884", "score": 0.6},
            {"code": "2.000635", "score": 0.3},
        ],
        "aspects": ["fee"],
    }
    (reply,) = answer["replies"]
    assert set(reply) == {"text", "buttons"}
    assert reply["text"].startswith("Lệ phí: Miễn lệ phí")
    assert reply["buttons"][0] == [{"label": "📋 Giấy tờ cho trường hợp của tôi", "press": "w:1.001193"}]


async def test_a_button_s_data_presses_it_and_papers_are_buttons_too(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    opened, ticked = await _answers(
        desk, capsys, {"chat": "an", "press": "w:1.004884"}, {"chat": "an", "press": "t:1:to_khai:1"}
    )

    assert opened["replies"][0]["buttons"][0] == [
        {"label": "[ ] Tờ khai đăng ký lại khai sinh", "press": "t:1:to_khai:1"}
    ]
    assert "[x] Tờ khai" in ticked["replies"][0]["text"]
    assert (ticked["code"], ticked["outcome"]) == ("1.004884", "answered")


async def test_chats_are_independent_and_every_line_is_a_new_event(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    same = {"chat": "an", "text": "khai sinh"}
    answers = await _answers(desk, capsys, same, same, {"chat": "binh", "text": "thế mất bao lâu"})

    assert [one["code"] for one in answers] == ["1.001193", "1.001193", None]


async def test_a_conversation_goes_on_in_the_next_process(
    desk: Desk, sqlite_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await _answers(desk, capsys, {"chat": "an", "text": "khai sinh"})
    later = Desk(sqlite_database, Dialogue(Talk(sqlite_database).services()))

    (answer,) = await _answers(later, capsys, {"chat": "an", "text": "thế mất bao lâu"})

    assert (answer["code"], answer["aspects"]) == ("1.001193", ["time"])


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("not json", "JSON"),
        ("", "JSON"),
        ("[]", "object"),
        ({"text": "khai sinh"}, "chat"),
        ({"chat": "", "text": "x"}, "chat"),
        ({"chat": "x" * 129, "text": "x"}, "chat"),
        ({"chat": 1, "text": "x"}, "chat"),
        ({"chat": "an"}, "one of both"),
        ({"chat": "an", "text": "x", "press": "m"}, "one of both"),
        ({"chat": "an", "text": ["x"]}, "text"),
        ('{"chat": "an", "text": "\\ud800"}', "JSON"),
    ],
)
async def test_a_bad_line_is_told_so_and_the_next_is_read(
    desk: Desk, capsys: pytest.CaptureFixture[str], line: object, word: str
) -> None:
    bad, good = await _answers(desk, capsys, line, {"chat": "an", "press": "m"})

    assert list(bad) == ["error"]
    assert word in bad["error"]
    assert good["outcome"] == "offered"


async def test_digits_of_a_proof_are_not_kept(
    desk: Desk, sqlite_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await _answers(
        desk,
        capsys,
        {"chat": "an", "text": "000.00.04.H51-261101-0001"},
        {"chat": "an", "text": "số cuối 5678"},
    )

    async with sqlite_database.reading() as session:
        spoken = await transcript.history(session, channel="jsonl", chat="an", limit=10)
    assert "5678" not in repr(spoken)


async def test_the_terminal_shows_numbers_and_takes_them(
    desk: Desk, vietnamese: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    await talk(desk, StringIO("khai sinh\n\n2\n"), "me", vietnamese)
    out = capsys.readouterr().out

    assert "📚 Thủ tục theo lĩnh vực" in out
    assert "1. 📋 Giấy tờ cho trường hợp của tôi\n2. Lệ phí" in out
    assert "Lệ phí: Miễn lệ phí khi đăng ký đúng hạn.\n\nThủ tục: Đăng ký khai sinh" in out
    assert out.endswith("Tạm biệt bạn! Danh sách giấy tờ của bạn vẫn được giữ ở đây.\n")


def test_the_command_reads_a_file_or_what_is_piped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one test that opens the whole application: from a greeting to a question of one's own case."""
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    lines = _lines({"chat": "an", "text": "xin chào"}, {"chat": "an", "press": "w:1.001193"}).read()
    (tmp_path / "lines.jsonl").write_text(lines, encoding="utf-8")

    piped = CliRunner().invoke(chat, ["--jsonl"], input=lines)
    read = CliRunner().invoke(chat, ["--jsonl", "lines.jsonl"])

    assert piped.exit_code == read.exit_code == 0, piped.output
    assert [json.loads(line)["outcome"] for line in piped.output.splitlines()] == ["smalltalk", "clarified"]
    assert [json.loads(line)["code"] for line in read.output.splitlines()] == ["1.001193", "1.001193"]


_CASE = ({"press": "a:1.001193:giay:co"}, {"press": "a:1.001193:ai:cha_me"}, {"press": "kp:1:4"})


async def test_a_program_is_told_the_names_of_files(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    *_, answer = await _answers(desk, capsys, *({"chat": "an"} | one for one in _CASE))
    assert answer["replies"][0]["files"] == ["dang-ky-khai-sinh.pdf"]


async def test_files_are_named_in_the_terminal_or_saved(
    desk: Desk, vietnamese: Language, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = (
        "khai sinh",
        "📋 Giấy tờ cho trường hợp của tôi",
        "Có",
        "Cha hoặc mẹ",
        "📎 Mang theo",
        "📄 PDF để in khổ A4",
    )
    await talk(desk, _lines(*lines), "an", vietnamese)
    assert "📎 dang-ky-khai-sinh.pdf" in capsys.readouterr().out
    await talk(desk, _lines("khai sinh", *lines[1:2], *lines[4:]), "an", vietnamese, tmp_path / "files")
    saved = tmp_path / "files" / "dang-ky-khai-sinh.pdf"
    assert f"📎 {saved}" in capsys.readouterr().out
    assert saved.read_bytes() == "A4: Đăng ký khai sinh".encode()
