from datetime import UTC, datetime, timedelta

from prometheus_client.parser import text_string_to_metric_families

from bot.meter import Meter
from bot.watching import Fate
from storage.backlog import Waiting
from tests.bot.test_watching import TURNED, tell_all

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)


def figures(meter: Meter) -> dict[str, float]:
    """Every figure by its name and the values of its labels."""
    return {
        " ".join((sample.name, *sample.labels.values())): sample.value
        for family in text_string_to_metric_families(meter.text().decode())
        for sample in family.samples
    }


def test_messages_outcomes_deliveries_and_delays_are_counted() -> None:
    meter = Meter()
    tell_all(meter)
    meter.carried("web", Fate.PUT_OFF, 9)
    meter.matched(0.003)
    found = figures(meter)
    assert found["motcua_messages_total web"] == 1
    assert found["motcua_outcomes_total web answered"] == 1
    assert found["motcua_deliveries_total web sent"] == found["motcua_deliveries_total web put_off"] == 1
    sums = [found[f"motcua_delay_seconds_sum web {stage}"] for stage in ("wait", "answer", "send")]
    assert sums == [2.0, 0.5, 0.5]
    assert found["motcua_matcher_seconds_sum"] == 0.003


def test_what_goes_wrong_is_counted_from_none() -> None:
    """An alarm sees an increase only of what was there before."""
    meter = Meter()
    refused = meter.refusals("zalo")
    meter.turned(TURNED)
    before = figures(meter)
    refused()
    assert before["motcua_deliveries_total web given_up"] == before["motcua_refused_total zalo"] == 0
    assert figures(meter)["motcua_refused_total zalo"] == 1


def test_what_waits_is_what_was_read_last() -> None:
    meter = Meter()
    since = AT - timedelta(seconds=30)
    meter.read({"outbox": {"web": Waiting(count=3, since=since)}}, AT)
    meter.tokens({"oa": AT - timedelta(hours=1)}, AT)
    found = figures(meter)
    assert found["motcua_waiting outbox web"] == 3
    assert found["motcua_waiting_oldest_seconds outbox web"] == 30
    assert found["motcua_token_age_seconds oa"] == 3600
    meter.read({"outbox": {}}, AT)
    assert "motcua_waiting outbox web" not in figures(meter)


def test_nobody_shows_up_in_the_figures() -> None:
    meter = Meter()
    tell_all(meter)
    assert f'"{TURNED.chat}"' not in meter.text().decode()
