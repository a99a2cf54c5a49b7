"""What people ask: every line finds another procedure."""

LINES = (
    "Xin hỏi thủ tục đăng ký khai sinh cho trẻ em cần những giấy tờ gì?",
    "hai đứa sắp cưới thì ra đâu ký giấy đăng ký",
    "bố tôi mới mất hôm kia, phải ra phường khai báo gì",
    "xin tờ giấy chứng minh mình còn độc thân",
    "căn cước của em hết hạn rồi",
    "làm passport cho cả nhà đi Thái",
    "dân thuê trọ thì đăng ký tạm trú kiểu gì",
    "tách hộ khẩu riêng khi vẫn ở chung nhà ba mẹ",
    "xin thêm vài bản sao khai sinh để nộp cho trường",
    "bằng lái xe máy bị mất thì xin lại thế nào",
)
