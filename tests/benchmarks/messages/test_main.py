import json

import pytest
from click.testing import CliRunner

from benchmarks.messages.__main__ import main


@pytest.mark.parametrize("bot", ["motcua", "aiogram", "python-telegram-bot"])
def test_a_bot_answers_everybody_once_and_in_order(bot: str) -> None:
    arguments = ["--chats", "3", "--seconds", "0.5", "--bot", bot, "--json"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    row = json.loads(result.stdout.splitlines()[-1])
    assert row["answers_per_s"] > 0
    assert (row["lost"], row["doubled"], row["disordered"]) == (0, 0, 0)
