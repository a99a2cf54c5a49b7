import pytest

from knowledge.centres import Centres, shipped
from knowledge.gazetteer import Tier
from knowledge.gazetteer import shipped as gazetteer

FEW = Centres(
    {
        "centres": {
            "Hà Nội": {"Phường Hồng Hà": [21.057, 105.845]},
            "Huế": {"Phường Thuận Hóa": [16.46, 107.58]},
        }
    }
)


def test_every_commune_of_today_has_a_centre_and_a_digest_of_its_own() -> None:
    today = {(one.province, one.name) for one in gazetteer() if one.current and one.tier is Tier.COMMUNE}
    held = shipped().communes
    assert {(one.province, one.commune) for one in held} == today
    assert len({one.digest for one in held}) == len(held) == len(today)


@pytest.mark.parametrize(
    ("spot", "commune"),
    [
        ((21.0285, 105.8542), "Phường Hoàn Kiếm"),
        ((10.7769, 106.7009), "Phường Sài Gòn"),
        ((8.68, 106.60), "Đặc khu Côn Đảo"),
    ],
)
def test_the_nearest_centre_comes_first(spot: tuple[float, float], commune: str) -> None:
    first, *others = shipped().around(*spot, 4)
    assert first.commune == commune
    assert all(one.km >= first.km for one in others)


def test_distances_are_kilometres() -> None:
    (near,) = FEW.around(21.057, 105.941, 4)
    assert near.km == pytest.approx(10.0, abs=0.1)


@pytest.mark.parametrize("spot", [(48.85, 2.35), (0.0, 0.0), (-90.0, 180.0), (14.0, 115.0)])
def test_what_is_far_from_all_is_none_of_them(spot: tuple[float, float]) -> None:
    assert shipped().around(*spot, 4) == ()


def test_a_commune_is_found_by_its_digest() -> None:
    (near,) = FEW.around(16.46, 107.58, 1)
    assert FEW.named(near.digest) == FEW.communes[1]
    assert FEW.named("00000000") is None
