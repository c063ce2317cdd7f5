"""Khi nào: thời hạn lùi lại: đến năm 2028 thành đến năm 2030; bắt đầu muộn hơn với việc phải làm hằng năm; hoặc thời kỳ của kế hoạch kéo dài mà chỉ tiêu theo thời kỳ ấy. Với nhiệm vụ và dự án là điều cần lưu ý.

Vì sao: chậm hạn là thay đổi nội dung, phải có văn bản sửa đổi cùng hình thức.

Ví dụ: `when: {by: 2028}` → `when: {by: 2030}`.

Người duyệt: hỏi căn cứ lùi hạn, và việc gì phụ thuộc vào hạn cũ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.revisions.facts import Facts
from kehoach.revisions.judgement import Judgement
from kehoach.revisions.saying import timed
from kehoach.revisions.timing import works

SEVERITY, INVERSE = "attention", "due-brought-forward"


def find(facts: Facts) -> Iterator[Judgement]:
    """Yield what is due later than before."""
    yield from (timed(pair, "lùi hạn") for pair in facts.pairs if pair.shift == "later")
    yield from works(facts, "later", "lùi hạn")
