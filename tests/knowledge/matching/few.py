"""A hand-made catalogue of a few procedures."""

from knowledge.absent import Absent
from knowledge.facts import Level, Scope
from knowledge.matching.match import Entry

BIRTH = Entry(
    code="1.001193",
    name="Thủ tục đăng ký khai sinh",
    fields=("Hộ tịch",),
    levels=(Level.COMMUNE,),
    short_name="Đăng ký khai sinh",
    summary="Làm giấy khai sinh lần đầu cho trẻ.",
    says=("vợ mới sinh đi làm giấy tờ cho con", "khai sinh cho bé ở đâu"),
    siblings=(("1.004884", "Mất hết giấy khai sinh"),),
)
BIRTH_AGAIN = Entry(
    code="1.004884", name="Thủ tục đăng ký lại khai sinh", fields=("Hộ tịch",), levels=(Level.COMMUNE,)
)
BIRTH_ABROAD = Entry(
    code="2.000528",
    name="Thủ tục đăng ký khai sinh có yếu tố nước ngoài",
    fields=("Hộ tịch",),
    levels=(Level.COMMUNE,),
)
CARD = Entry(
    code="1.014061",
    name="Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên",
    fields=("Cấp, quản lý căn cước",),
    levels=(Level.COMMUNE,),
)
CARD_LOST = Entry(
    code="1.014064", name="Cấp lại thẻ căn cước", fields=("Cấp, quản lý căn cước",), levels=(Level.COMMUNE,)
)
CARD_CENTRAL = Entry(
    code="1.000757",
    name="Cấp lại thẻ căn cước (thực hiện tại cấp trung ương)",
    fields=("Cấp, quản lý căn cước",),
    levels=(Level.MINISTRY,),
)
HOUSE_NUMBER = Entry(
    code="1.009141",
    name="Cấp mới, cấp lại giấy chứng nhận số nhà",
    fields=("Nhà ở và công sở",),
    levels=(Level.COMMUNE,),
    scope=Scope.PROVINCIAL,
    province="Đà Nẵng",
)
HOUSE_NUMBER_ELSEWHERE = Entry(
    code="1.009142",
    name="Cấp mới, cấp lại giấy chứng nhận số nhà",
    fields=("Nhà ở và công sở",),
    levels=(Level.COMMUNE,),
    scope=Scope.PROVINCIAL,
    province="Lai Châu",
)
CUSTOMS = Entry(
    code="1.006440",
    name="Thủ tục hải quan đối với hàng hóa nhập khẩu",
    fields=("Hải quan",),
    levels=(Level.COMMUNE,),
)
ENTRIES = (
    BIRTH,
    BIRTH_AGAIN,
    BIRTH_ABROAD,
    CARD,
    CARD_LOST,
    CARD_CENTRAL,
    HOUSE_NUMBER,
    HOUSE_NUMBER_ELSEWHERE,
    CUSTOMS,
)
ABSENT = (
    Absent(
        key="ly_hon",
        name="Ly hôn",
        says=("ra tòa ly hôn", "vợ chồng bỏ nhau"),
        answer="Do tòa án.",
        where="Tòa án",
    ),
)
