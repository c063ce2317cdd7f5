"""Every way a command can fail as a whole: one class per failure, each writing its own Vietnamese sentence and remedy.

A fault *inside* a registry is no exception but a :class:`kehoach.model.problem.Problem`, so that the rest still answers.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

_WHY = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "hết hạn mức đĩa",
    errno.EFBIG: "tệp vượt quá cỡ được phép ghi",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "đĩa chỉ đọc",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EEXIST: "đã có một tệp cùng tên",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EIO: "thiết bị báo lỗi vào/ra",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.EBUSY: "tệp đang mở ở chương trình khác",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ETXTBSY: "tệp đang mở ở chương trình khác",
}
_GONE = ("ESTALE", "ENODEV", "ENXIO", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ETIMEDOUT", "ECONNRESET")
_WHY.update({getattr(errno, name): "ổ đĩa hay ổ mạng đã ngắt" for name in _GONE if hasattr(errno, name)})
_HELD = (5, 32, 33)
"""Windows: access denied, and two kinds of "held by another program"; Excel and Word hold what they show."""


def reason(error: OSError) -> str:
    """Return why the system refused, in Vietnamese where the cause is a known one."""
    if getattr(error, "winerror", None) in _HELD:
        return "không có quyền, hoặc tệp đang mở ở chương trình khác (Excel, Word); đóng tệp rồi chạy lại"
    return _WHY.get(error.errno or 0) or error.strerror or str(error)


class KehoachError(Exception):
    """A failure with a sentence for the user, what to do about it, and the exit status of the command."""

    exit_status = 2

    def __init__(self, message: str, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class RegistryNotFound(KehoachError):
    """No folder with ``data/plans/`` was found from *start* upwards."""

    exit_status = 3

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"Không tìm thấy sổ kế hoạch nào từ thư mục '{start}' trở lên (cần có data/plans/).",
            "Chuyển vào thư mục của sổ, chỉ ra nó bằng `kehoach --data THƯ_MỤC …`, hoặc tạo sổ mới bằng `kehoach init`.",
        )


class NotARegistry(KehoachError):
    """The folder that was named holds no registry."""

    exit_status = 3

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Thư mục '{path}' không phải là sổ kế hoạch (không có plans/ hay data/plans/).",
            "Kiểm tra lại đường dẫn, hoặc tạo sổ mới ở đó bằng `kehoach init`.",
        )


class CannotRead(KehoachError):
    """A file or folder that the command needs could not be read."""

    exit_status = 3

    def __init__(self, path: Path | str, why: str, remedy: str | None = None) -> None:
        super().__init__(f"Không đọc được '{path}': {why}.", remedy or "Kiểm tra tên tệp và quyền truy cập.")


class CannotWrite(KehoachError):
    """A file could not be written; nothing was changed."""

    exit_status = 3

    def __init__(self, path: Path | str, why: str, remedy: str | None = None) -> None:
        super().__init__(
            f"Không ghi được '{path}': {why}. Tệp cũ (nếu có) còn nguyên.", remedy or "Kiểm tra dung lượng đĩa và quyền ghi rồi chạy lại."
        )


class AlreadyThere(KehoachError):
    """The command would have overwritten something."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"'{path}' đã có, không ghi đè.", "Chọn tên khác hoặc nơi khác.")


class NameTaken(KehoachError):
    """A plan would share its reference with a unit."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"Mã '{ref}' đã là mã một đơn vị trong units.yaml.", "Đặt mã khác cho kế hoạch, ví dụ thêm năm.")


class AmbiguousName(KehoachError):
    """A short name that fits more than one record."""

    def __init__(self, name: str, candidates: Iterable[str]) -> None:
        super().__init__(f"'{name}' có thể là nhiều mục.", "Viết đủ một trong: " + ", ".join(sorted(candidates)) + ".")


class UnknownName(KehoachError):
    """A name that the registry does not know; the nearest known one is offered."""

    noun = "mục"
    listing = "kehoach --help"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.nearest = next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), None)
        guess = f"; có phải '{self.nearest}'?" if self.nearest else "."
        super().__init__(f"Không có {self.noun} '{name}'{guess}", f"Xem các tên có trong sổ: `{self.listing}`.")


class UnknownWard(UnknownName):
    """``--ward`` names no ward."""

    noun = "phường"
    listing = "kehoach list-units"


class UnknownPlan(UnknownName):
    """``--plan`` names no plan."""

    noun = "kế hoạch"
    listing = "kehoach list-plans"


class UnknownIndicator(UnknownName):
    """``--indicator`` names no indicator."""

    noun = "chỉ tiêu"
    listing = "kehoach list-indicators"


class UnknownUnit(UnknownName):
    """``--unit`` names no unit."""

    noun = "đơn vị"
    listing = "kehoach list-units"


class UnknownField(UnknownName):
    """``--field`` names no field of work."""

    noun = "lĩnh vực"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        known = list(known)
        super().__init__(name, known)
        self.remedy = f"Các lĩnh vực: {', '.join(known)}."


class UnknownRule(UnknownName):
    """``--rule`` or ``explain`` names no rule."""

    noun = "quy tắc"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name, known)
        self.remedy = "Xem các quy tắc: `kehoach explain`."


class UnknownRecord(UnknownName):
    """A reference points at nothing."""

    noun = "bản ghi"
    listing = "kehoach list-targets"


class UnknownSource(UnknownName):
    """A figure is said to come from a document that the registry does not have."""

    noun = "văn bản nguồn"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name, known)
        self.remedy = "Dùng mã của `kehoach list-plans`, `kehoach list-references`; văn bản không có trong sổ thì viết bằng --source."


class BadDate(KehoachError):
    """A date option that is no date."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' không phải là ngày hợp lệ.",
            "Viết YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD hoặc DD/MM/YYYY, ví dụ 2027-12-31.",
        )


class BadYear(KehoachError):
    """A year option outside what plans speak of."""

    def __init__(self, year: int) -> None:
        super().__init__(f"Năm {year} nằm ngoài khoảng 1945-2200.", "Kiểm tra lại năm, ví dụ --year 2027.")


class BadSlug(KehoachError):
    """A name that is no slug where one is needed."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' không phải là mã hợp lệ.",
            "Mã viết bằng chữ thường không dấu, chữ số và gạch nối, ví dụ 'le-chan' hay 'le-chan/ke-hoach-2027'.",
        )
