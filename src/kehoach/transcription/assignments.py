"""Who does it, with whom, by when, out of what: assignments in prose (``Giao X chủ trì, phối hợp với Y …``) and in labelled lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kehoach.transcription.bodies import Units
from kehoach.transcription.matching import words
from kehoach.vietnamese import squeeze

LABELS = {
    "lead": re.compile(
        r"\A\W*(?:(?:cơ quan|đơn vị|bộ phận|phòng, ban)[\s,]*(?:đơn vị\s*)?)?(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|thực hiện(?=\s*:))(?:\s+(?:tham mưu|thực hiện|chính))*\s*:",
        re.IGNORECASE,
    ),
    "support": re.compile(r"\A\W*(?:cơ quan|đơn vị)?[\s,]*(?:đơn vị\s*)?phối hợp(?:\s+thực hiện)?\s*:", re.IGNORECASE),
    "time": re.compile(r"\A\W*(?:thời gian|tiến độ|thời hạn|lộ trình)(?:\s+(?:thực hiện|hoàn thành|triển khai))?\s*:", re.IGNORECASE),
    "resources": re.compile(r"\A\W*(?:nguồn lực|kinh phí|nguồn kinh phí|nguồn vốn)(?:\s+(?:thực hiện|dự kiến))?\s*:", re.IGNORECASE),
    "product": re.compile(r"\A\W*(?:sản phẩm|kết quả)(?:\s+(?:đầu ra|dự kiến|cần đạt|phải đạt|hoàn thành))?\s*:", re.IGNORECASE),
    "authority": re.compile(r"\A\W*(?:thẩm quyền|cấp (?:phê duyệt|ban hành|có thẩm quyền))[^:]{0,30}:", re.IGNORECASE),
    "goal": re.compile(r"\A\W*(?:mục tiêu|mục đích|yêu cầu|nội dung|các hoạt động)(?:\s+\w+){0,3}\s*:", re.IGNORECASE),
}
"""Lines that say one thing of a task, by what they say."""

_PREFACE = re.compile(
    r"\A\W*(?:\(?\d{1,2}(?:\.\d+)*(?:[).]\s*|-\s+)|[a-zđ](?:\)|\.(?=\s))\s*)?(?:Căn cứ|Trên cơ sở|Theo|Trong quá trình|Định kỳ|Hằng năm|Hàng năm|Hằng tháng|Hằng quý|Đối với|Trong|Để|Nhằm)\b"
)
_COMMA = re.compile(r",\s+")
_ASKS = re.compile(r"\A(?:[^,.;]{0,60}\s)?(?P<verb>[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Gg]iao nhiệm vụ cho)\s+")
_ASKED = re.compile(r"[,;]\s+(?=(?:đề nghị|yêu cầu|giao)\s)")
_VERBS = (
    r"chủ trì|chịu trách nhiệm|có trách nhiệm|tham mưu|là (?:đơn vị|cơ quan|lực lượng|bộ phận|đầu mối)|căn cứ|theo dõi|tổ chức|chỉ đạo|trực tiếp|xây dựng|cần|thường xuyên|phối hợp|hướng dẫn|kiểm tra|rà soát|lập|"
    r"làm đầu mối|tổng hợp|báo cáo|kịp thời|định kỳ|được giao|xem xét|quyết định|chủ động|tăng cường|bố trí|thực hiện|đẩy mạnh|phát huy|tuyên truyền|vận động|giám sát|cung cấp|đề xuất|gương mẫu|nghiêm túc|triển khai|tiếp tục|đôn đốc|quán triệt|lãnh đạo|nắm|công khai|đưa|làm|phân công|cập nhật|duy trì|quản lý|bảo đảm|đảm bảo|thẩm định|tiếp nhận|giải quyết|mở|"
    r"bám sát|khảo sát|đăng ký|ký|cụ thể hóa|cụ thể hoá|phổ biến|ban hành|trình|cân đối|phân bổ|chuẩn bị|hoàn thành|kiện toàn|phụ trách|tập trung|xử lý|huy động|khai thác|vận hành|số hóa|tập huấn|lồng ghép|nghiên cứu|"
    r"quan tâm|tạo điều kiện|hỗ trợ|hoàn thiện|giữ gìn|củng cố|lắp đặt|đầu tư|khám|cấp (?:thẻ|giấy|phát|mới)|biên soạn|sưu tầm|tiến hành|thành lập|xây mới|trồng|sửa chữa|nâng cấp|đánh giá|sơ kết|tổng kết|điều tra|thống kê|tham gia|thi công|"
    r"giải phóng|mua sắm|quảng bá|giới thiệu|kết nối|đào tạo|bồi dưỡng|dạy|huấn luyện|diễn tập|thu (?:gom|hút|hồi|thuế|phí)|chi trả|phát động|phát hành|tư vấn|cử|thí điểm|áp dụng|đổi mới|nâng cao|phấn đấu|chăm sóc|hòa giải|"
    r"kết nạp|phát triển|cải tạo|di dời|bàn giao|kêu gọi|lựa chọn|thực hành|truyền thông|tuần tra|phòng ngừa|đấu tranh|niêm yết|gửi|nộp"
)
_VERB = re.compile(rf",?\s*\b(?:{_VERBS})\b")
_LEADS = re.compile(r"\b(?:là (?:đơn vị|cơ quan|lực lượng)\s+)?(?:chủ trì|nòng cốt|chịu trách nhiệm)\b")
_WITH = re.compile(
    r"(?:phối hợp(?: chặt chẽ| nhịp nhàng)?(?: cùng)? với|phối hợp cùng|cùng(?: với)?)\s+(?P<who>.+?)(?=\s+(?:xây dựng|triển khai|tổ chức|thực hiện|tuyên truyền|tham mưu|để|trong|nghiên cứu|hoàn thành|đẩy nhanh|theo dõi|rà soát|tăng cường|hướng dẫn|kiểm tra|vận động|phát huy|đảm bảo|bảo đảm|lập|giải quyết|nhằm)\b|[.;]|\Z)",
    re.IGNORECASE,
)
_DIRECTS = re.compile(r"\bchỉ đạo\s+(?P<who>[A-ZĐ][^,.;]+?)(?=\s+(?:xây dựng|triển khai|tổ chức|thực hiện|tham mưu|tăng cường|phối hợp)\b)")
_SENTENCE = re.compile(r"(?<=[.])\s+(?=[A-ZĐÂÊÔƠƯĂ“])")
_PLURAL_HEADS = re.compile(r"\A(?:Trưởng|Lãnh đạo|Thủ trưởng)\s+các\s+(?P<noun>phòng|ban)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Whom a sentence charges. ``chairs`` where it says that they lead (``chủ trì``, ``Giao …``), not merely that they act."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    chairs: bool = False
    text: str = ""
    aside: bool = False
    """It stands behind other work in its sentence: whoever the section charges comes first."""

    @property
    def topic(self) -> frozenset[tuple[str, str]]:
        """The pairs of words of what is to be done, without those of every assignment."""
        return pairs(self.text)


_IDLE = frozenset(
    words(
        "giao chủ trì phối hợp với đơn vị cơ quan liên quan thực hiện công tác nhiệm vụ giải pháp biện pháp tổ chức tham mưu địa phương xã hội trên địa bàn thuộc lĩnh vực bền vững đảm bảo hoàn thành chỉ tiêu đề ra phòng ban"
    )
)


def pairs(text: str) -> frozenset[tuple[str, str]]:
    """Return the neighbouring words of *text* that say what it is about, as pairs that keep within commas."""
    found: set[tuple[str, str]] = set()
    for chunk in re.split(r"[,;.:()]", text):
        said = words(chunk)
        found.update((a, b) for a, b in pairwise(said) if not (a in _IDLE and b in _IDLE))
    return frozenset(found)


def assignments(text: str, units: Units) -> list[Assignment]:
    """Return the assignments of a paragraph, one for each sentence that says whom it charges."""
    return [found for _, found in charging(text, units)]


def charging(text: str, units: Units) -> list[tuple[str, Assignment]]:
    """Return the sentences of a paragraph that charge somebody; behind a semicolon a unit with its verb opens another."""
    found: list[tuple[str, Assignment]] = []
    for sentence in _SENTENCE.split(text):
        so_far, aside = "", False
        for piece in re.split(r"(?<=;)\s+", sentence):
            said = assignment(so_far, units) if so_far else None
            if said is not None and _opening(piece, units) is not None:
                found.append((so_far, said))
                so_far = piece
            elif so_far and said is None and _acts_alone(so_far, piece, units):
                so_far, aside = piece, True
            else:
                so_far = f"{so_far} {piece}".strip()
        if (last := assignment(so_far, units)) is not None:
            found.append((so_far, replace(last, aside=aside and not last.chairs)))
    return found


def _acts_alone(before: str, piece: str, units: Units) -> bool:
    """Tell whether a unit with its verb opens *piece* while what stands before it is work, not the beginning of a list of units."""
    names = [m.end() for m in re.finditer(r"(?<!\w)(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công)\s+", before)]
    opens = re.sub(r"\A\W*(?:\(?\d{1,2}[).]|[a-zđ]\))?\s*", "", before)[:1]
    return not names and bool(opens) and not units.inside(before) and _opening(piece, units) is not None


def assignment(sentence: str, units: Units) -> Assignment | None:
    """Return whom a sentence charges, ``None`` where it opens with nobody."""
    behind = [m.end() for m in _COMMA.finditer(sentence[:500])] if _PREFACE.match(sentence) else []
    asked = [m.end() for m in _ASKED.finditer(sentence)]
    for start in dict.fromkeys((_sign_length(sentence), *behind, *asked)):
        found = _opening(sentence[start:], units)
        if found is not None:
            return found
    return None


def _sign_length(sentence: str) -> int:
    match = re.match(r"\W*(?:\(?\d{1,2}(?:\.\d+)*(?:[).]\s*|-\s+)|[a-zđ](?:\)|\.(?=\s))\s*)?", sentence)
    return match.end() if match else 0


def _opening(text: str, units: Units) -> Assignment | None:
    return _charged(text, units, asking=True) or _charged(text, units, asking=False)


def _charged(text: str, units: Units, *, asking: bool) -> Assignment | None:
    """Return whom a sentence charges by asking (``Giao X …``), or who acts in it (``X phân công …``)."""
    text = re.sub(r"\A(?:Trong đó,?|Riêng|Đồng thời,?)\s+", "", text)
    asks = _ASKS.match(text) if asking else None
    body = text[asks.end() :] if asks else text
    if heads := _PLURAL_HEADS.match(body):
        noun = heads["noun"].capitalize()
        body = re.sub(r"\A([^;]+);\s*([^;]+);", rf"{noun} \1; {noun} \2;", body[heads.end() :])
    named = re.match(r"(?P<who>[^:.]{3,200}?)\s*:\s+", body)
    if named is not None and units.only(named["who"]):
        found, rest = units.listed(named["who"]), body[named.end() :]
        return Assignment(found.known, supporters(rest, units, found.known), (), chairs=True, text=squeeze(rest))
    verb = _first_verb(body, units)
    if verb is None:
        return None
    who = body[: verb.start()].strip(" ,")
    found = units.listed(who)
    if not asks and not units.only(who):
        return None
    rest = body[verb.start() :]
    support = supporters(rest, units, found.known)
    return Assignment(found.known, support, found.unknown, bool(asks) or bool(_LEADS.search(rest[:60])), squeeze(rest))


def _first_verb(body: str, units: Units) -> re.Match[str] | None:
    """Return the verb behind the units that open *body*: the last one before which all still are units."""
    for match in _VERB.finditer(body[:420]):
        who = body[: match.start()].strip(" ,")
        if who and units.only(who):
            return match
    return None


def supporters(text: str, units: Units, lead: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the units that *text* says work with, or under, the one that leads."""
    found: list[str] = []
    for pattern in (_WITH, _DIRECTS):
        for match in pattern.finditer(text[:600]):
            found.extend(ref for ref in units.listed(match["who"]).known if ref not in lead)
    return tuple(dict.fromkeys(found))


def label_of(text: str) -> tuple[str, str] | None:
    """Return what a labelled line says and its words (``Cơ quan chủ trì: …``), ``None`` where it has no such label."""
    for kind, pattern in LABELS.items():
        if match := pattern.match(text):
            return kind, squeeze(text[match.end() :])
    return None


_BESIDE = re.compile(r"[;.,]\s*(?:cơ quan|đơn vị)?[\s,]*(?:đơn vị\s*)?phối hợp(?:\s+thực hiện)?\s*:\s*", re.IGNORECASE)


def lead_of_label(words_: str, units: Units) -> Assignment:
    """Return the units of ``Cơ quan chủ trì: Phòng A phối hợp với B xây dựng …``."""
    own, _, beside = _BESIDE.sub("\0", words_, count=1).partition("\0")
    verb = _first_verb(own, units)
    who = own[: verb.start()] if verb else own.rstrip(" .;")
    found = units.listed(who.strip(" ,.;"))
    rest = own[verb.start() :] if verb else ""
    support = (*supporters(rest, units, found.known), *units.listed(beside.strip(" ,.;")).known)
    return Assignment(found.known, tuple(dict.fromkeys(support)), found.unknown, chairs=True, text=squeeze(rest))


_NAMES_A_BODY = re.compile(
    r"(?:Đề nghị|Phòng|Ban(?! hành)|Văn phòng|Trung tâm|Công an|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Hội(?! nghị| thảo)|Cơ quan|Đoàn(?! kết)|Trạm|Tổ(?! chức)|Trưởng|Chủ tịch|Bí thư|"
    r"Các (?:phòng|thôn|đơn vị|cơ quan|trường|chi|ban|hội|đoàn thể|tổ|tổ chức|đồng chí))\b"
)


def unit_heading(title: str, units: Units) -> Assignment | None:
    """Return whom a heading charges: ``Phòng A chủ trì, phối hợp với …`` or a unit's bare name."""
    plain = re.sub(r"\A(?:Trách nhiệm(?: của)?|Đối với|Giao|Đề nghị)\s+", "", title).strip(" :.")
    if ref := units.whole(plain):
        return Assignment((ref,), chairs=True)
    verb = _first_verb(plain, units)
    if verb is not None and re.match(r",?\s*(?:chủ trì|chịu trách nhiệm|thực hiện)", plain[verb.start() :]):
        found = units.listed(plain[: verb.start()])
        return Assignment(found.known, supporters(plain[verb.start() :], units, found.known), found.unknown, chairs=True)
    if _NAMES_A_BODY.match(title):
        known = units.listed(plain).known if units.only(plain.partition(";")[0]) else ()
        return Assignment(known, unknown=() if known or len(plain.split()) > 12 else (plain,), chairs=True)
    return None
