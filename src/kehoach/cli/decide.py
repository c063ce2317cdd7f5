"""``kehoach decide``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from kehoach.model.plan import Plan
    from kehoach.model.target import Target
    from kehoach.registry import Registry


class NotATarget(KehoachError):
    """The reference names something that no reading or condition belongs to."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"'{ref}' không phải là chỉ tiêu.", "Chỉ chỉ tiêu mới có cách hiểu hay điều kiện; liệt kê: `kehoach list-targets`."
        )


class ChooseOne(KehoachError):
    """A reading and a condition at once, or contradictory options."""

    def __init__(self) -> None:
        super().__init__("Chỉ quyết định một việc mỗi lần.", "Dùng một trong --choice N, --holds, --fails.")


class Groundless(KehoachError):
    """A decision without a name or a basis."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Thiếu {what}.", "Ghi rõ để người sau tra được: --by 'ai quyết định' --basis 'văn bản, ý kiến nào'.")


def command(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="CHỈ_TIÊU", help="Chỉ tiêu: phuong/ke-hoach#ma, hoặc mã không trùng ở đâu khác")],
    choice: Annotated[
        int | None, typer.Option("--choice", metavar="SỐ", help="Chọn cách hiểu: 0 là như bản ghi, 1 là cách khác thứ nhất")
    ] = None,
    holds: Annotated[bool, typer.Option("--holds", help="Điều kiện kèm theo đã có")] = False,
    fails: Annotated[bool, typer.Option("--fails", help="Điều kiện kèm theo không xảy ra")] = False,
    by: Annotated[str, typer.Option("--by", metavar="TÊN", help="Ai quyết định")] = "",
    basis: Annotated[str, typer.Option("--basis", metavar="CĂN_CỨ", help="Theo văn bản, ý kiến nào")] = "",
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày quyết định (mặc định: hôm nay)")] = None,
) -> None:
    """Chốt cách hiểu một chỉ tiêu, hoặc điều kiện kèm theo có hay không; ghi ai, ngày nào, căn cứ gì.

    Không có lựa chọn nào thì chỉ in câu hỏi và các cách hiểu, không ghi gì.

    Ví dụ:
      kehoach decide hung-dao/ke-hoach-2026-2030#thu-ngan-sach
      kehoach decide hung-dao/ke-hoach-2026-2030#thu-ngan-sach --choice 1 --by "Nguyễn Văn A" --basis "Công văn 15/UBND"
    """
    from kehoach.cli.clock import today
    from kehoach.cli.session import open_registry
    from kehoach.errors import UnknownRecord
    from kehoach.files.folder import shown
    from kehoach.queries import names
    from kehoach.recording.decision import decide_condition, decide_reading
    from kehoach.registry import plan_file

    if (choice is not None) + holds + fails > 1:
        raise ChooseOne
    session = open_registry(ctx)
    registry = session.registry
    targets = {plan.ref(target.id): (plan, target) for plan, target in registry.targets()}
    others = {plan.ref(task.id) for plan, task in registry.tasks()} | {plan.ref(project.id) for plan, project in registry.projects()}
    with session.asking():
        full = names.record(ref, {*targets, *others}, UnknownRecord)
    if full not in targets:
        raise NotATarget(full)
    plan, target = targets[full]
    if choice is None and not holds and not fails:
        _ask(registry, plan, target)
        session.close()
        return
    if not by.strip():
        raise Groundless("tên người quyết định")
    if not basis.strip():
        raise Groundless("căn cứ")
    day = names.date_text(date) if date is not None else today().isoformat()
    settled = {"by": by, "date": day, "basis": basis}
    if choice is not None:
        decide_reading(registry, plan, target, choice, settled)
    else:
        decide_condition(registry, plan, target, settled, holds=holds)
    print(f"Đã ghi vào {shown(registry.root, plan_file(plan.id))}: {full}.")
    session.close()


def _ask(registry: Registry, plan: Plan, target: Target) -> None:
    """Print what is open, and how to settle it."""
    from kehoach.meaning.assess import readings
    from kehoach.meaning.time import resolve
    from kehoach.meaning.wording import commitment, time_words
    from kehoach.recording.decision import NothingToDecide

    indicator = registry.indicators.get(target.indicator)
    if target.reading is None and target.condition is None:
        raise NothingToDecide(plan.ref(target.id), "cách hiểu hay điều kiện nào phải quyết định")
    if target.reading is not None:
        decided = target.reading.decided
        print(f"{target.clause}: {target.reading.question}")
        for number, reading in enumerate(readings(target)):
            chosen = "  ← đã chọn" if decided is not None and decided.choice == number else ""
            print(f"  --choice {number}: {commitment(reading, indicator)}, {time_words(resolve(reading.when, plan))}{chosen}")
        if decided is not None:
            print(f"  {decided.by} quyết định ngày {decided.date}, căn cứ: {decided.basis}.")
    if target.condition is not None:
        confirmed = target.condition.confirmed
        print(f"{target.clause}: điều kiện “{target.condition.text}”")
        if confirmed is None:
            print("  --holds: điều kiện đã có\n  --fails: điều kiện không xảy ra")
        else:
            print(f"  {'đã có' if confirmed.holds else 'không xảy ra'}: {confirmed.by}, ngày {confirmed.date}, căn cứ: {confirmed.basis}.")
