import json

from benchmarks.communes.centres import build, write
from knowledge.centres import Centres

TODAY = [
    {"province": "Thành phố Đà Nẵng", "ward": "Xã  Tam Hải", "wardLat": 15.48712, "wardLon": 108.65049},
    {"province": "Tỉnh Lào Cai", "ward": "Phường Sa Pa", "wardLat": 22.336, "wardLon": 103.84},
]


def test_centres_are_written_by_province_as_they_are_read() -> None:
    written = write(build(TODAY))
    assert written.count("\n") == 7
    centres = Centres(json.loads(written))
    assert [(one.province, one.commune) for one in centres.communes] == [
        ("Đà Nẵng", "Xã Tam Hải"),
        ("Lào Cai", "Phường Sa Pa"),
    ]
    assert centres.around(15.487, 108.65, 1)[0].km == 0.0
