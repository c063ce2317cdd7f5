"""What a target promises: the test a result must pass, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.scalars import Date, Number, order

Stat = Literal["value", "sum", "growth", "avg_growth"]
Force = Literal["firm", "aim"]
Direction = Literal["up", "down"]
Period = Literal["period"]
_COMPARATORS = ("ge", "gt", "le", "lt", "eq")
_TIMES = ("by", "each_year", "over", "since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """The set of results that keep the promise: one comparator, two that make a range, or a state."""

    __test__ = False  # not a pytest class

    ge: Number | None = None
    gt: Number | None = None
    le: Number | None = None
    lt: Number | None = None
    eq: Number | None = None
    is_: Literal["achieved", "maintained"] | None = None

    def __post_init__(self) -> None:
        used = [name for name in _COMPARATORS if getattr(self, name) is not None]
        lower, upper = self.lower, self.upper
        if self.is_ is not None and used:
            raise ValueError("vừa có trạng thái (is) vừa có con số")
        if self.is_ is None and not used:
            raise ValueError("chưa có điều kiện nào: cần ge, gt, le, lt, eq hoặc is")
        if (
            len(used) > 2
            or (self.eq is not None and len(used) > 1)
            or (self.ge is not None and self.gt is not None)
            or (self.le is not None and self.lt is not None)
        ):
            raise ValueError("các điều kiện " + ", ".join(used) + " không đi cùng nhau được: một khoảng gồm một cận dưới và một cận trên")
        if lower is not None and upper is not None and self.eq is None and lower >= upper:
            raise ValueError(f"khoảng rỗng: cận dưới {lower} không nhỏ hơn cận trên {upper}")

    @property
    def lower(self) -> Number | None:
        """The lower bound, whether the bound itself passes or not; the figure itself for ``eq``."""
        if self.eq is not None:
            return self.eq
        return self.ge if self.ge is not None else self.gt

    @property
    def upper(self) -> Number | None:
        """The upper bound, as :attr:`lower`."""
        if self.eq is not None:
            return self.eq
        return self.le if self.le is not None else self.lt

    @property
    def figures(self) -> tuple[Number, ...]:
        """The figures as the file gives them, in the order ge, gt, le, lt, eq."""
        return tuple([v for v in (self.ge, self.gt, self.le, self.lt, self.eq) if v is not None])


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When a promise or a task is due, as written: exactly one of the four; dates are read in :mod:`kehoach.meaning.time`."""

    by: Date | None = None
    each_year: Period | tuple[Date, Date] | None = None
    over: Period | tuple[Date, Date] | None = None
    since: Date | None = None

    def __post_init__(self) -> None:
        used = [name for name in _TIMES if getattr(self, name) is not None]
        if len(used) != 1:
            raise ValueError("cần đúng một trong by, each_year, over, since" + (f", đang có {', '.join(used)}" if used else ""))
        span = getattr(self, used[0])
        if isinstance(span, tuple) and order(span[0]) > order(span[1]):
            raise ValueError(f"khoảng thời gian đảo ngược: {span[0]} sau {span[1]}")


Time = When | Literal["ongoing", "undated"]
