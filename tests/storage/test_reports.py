from itertools import pairwise

import pytest

from storage.reports import Status
from tests.storage.samples import ACCEPTED


def test_the_ten_states_keep_their_national_numbers() -> None:
    assert [status.value for status in Status] == list(range(1, 11))


def test_a_dossier_goes_forward_by_stages() -> None:
    way = [Status.REGISTERED, Status.ACCEPTED, Status.PROCESSING, Status.READY, Status.RETURNED]
    assert all(before.stage < after.stage for before, after in pairwise(way))


@pytest.mark.parametrize("status", [Status.NEEDS_PAPERS, Status.NEEDS_PAYMENT])
def test_between_handling_and_what_is_asked_for_it_goes_to_and_fro(status: Status) -> None:
    assert status.stage == Status.PROCESSING.stage


@pytest.mark.parametrize("status", [Status.REFUSED, Status.WITHDRAWN, Status.STOPPED])
def test_an_end_without_a_result_is_no_less_an_end(status: Status) -> None:
    assert status.stage == Status.READY.stage


def test_what_is_personal_stays_out_of_the_representation() -> None:
    shown = repr(ACCEPTED)
    assert ACCEPTED.code in shown
    secrets = (ACCEPTED.applicant, ACCEPTED.phone, ACCEPTED.identity)
    assert not [secret for secret in secrets if secret in shown]
