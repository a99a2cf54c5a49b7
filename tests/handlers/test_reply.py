import pytest
from pydantic import ValidationError

from handlers.reply import Bullets, Button, Checklist, Fact, Heading, Item, Paragraph, Reply, Source

WHOLE = Reply(
    blocks=(
        Heading(text="Đăng ký khai sinh"),
        Paragraph(text="Làm giấy khai sinh."),
        Fact(label="Lệ phí", text="Miễn"),
        Bullets(items=("một", "hai")),
        Checklist(title="Giấy tờ", items=(Item(label="Tờ khai", ticked=False, press="t:1:to_khai:1"),)),
        Source(text="Nguồn: …"),
    ),
    buttons=((Button(label="Menu", press="m"),),),
    key="checklist-1",
)


def test_a_reply_lies_in_the_outbox_as_json_and_comes_back() -> None:
    assert Reply.model_validate_json(WHOLE.model_dump_json()) == WHOLE


def test_a_reply_says_something() -> None:
    with pytest.raises(ValidationError, match="blocks"):
        Reply(blocks=())


def test_an_unknown_kind_of_block_is_refused() -> None:
    with pytest.raises(ValidationError, match="kind"):
        Reply.model_validate({"blocks": [{"kind": "video", "text": "x"}]})
