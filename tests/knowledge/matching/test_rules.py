import numpy as np
import pytest

from knowledge.matching import rules
from knowledge.matching.matcher import RankingMatcher
from knowledge.text.data import table

PLACES = {"1.000894": 0, "2.000806": 1, "1.014064": 2}
KNOWN = {*table("circumstances"), "lost", "dead", "foreign", "abroad", "country", "age_14", "age_under_14"}


def test_the_one_that_was_meant_takes_the_lead() -> None:
    scores = np.array([0.9, 0.3, 0.1], np.float32)
    applied = rules.apply(scores, PLACES, frozenset({"foreign"}))
    assert [rule.means for rule in applied] == ["2.000806"]
    assert scores[1] > 0.9 > scores[0]


def test_a_leader_stays_the_leader() -> None:
    scores = np.array([0.3, 0.9, 0.1], np.float32)
    assert rules.apply(scores, PLACES, frozenset({"foreign"})) == []
    assert scores.tolist() == pytest.approx([0.3, 0.9, 0.1])


def test_without_a_foreigner_the_plain_one_is_meant() -> None:
    scores = np.array([0.3, 0.9, 0.1], np.float32)
    rules.apply(scores, PLACES, frozenset())
    assert scores.argmax() == 0


def test_rules_about_procedures_that_are_not_there_do_nothing() -> None:
    scores = np.array([0.5], np.float32)
    assert rules.apply(scores, {"9.999999": 0}, frozenset({"lost", "foreign", "wrong"})) == []


@pytest.mark.parametrize("rule", rules.rules(), ids=lambda rule: f"{rule.means} {sorted(rule.when)}")
def test_every_rule_names_circumstances_that_exist(rule: rules.Rule) -> None:
    assert rule.when | rule.unless <= KNOWN
    assert rule.means not in rule.instead_of


def test_every_rule_names_procedures_that_exist(whole: RankingMatcher) -> None:
    held = {entry.code for entry in whole.entries}
    for rule in rules.rules():
        assert held.issuperset({rule.means, *rule.instead_of})
