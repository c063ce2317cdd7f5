"""``kehoach draft``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.errors import AlreadyThere, CannotRead, KehoachError, UnknownWard

if TYPE_CHECKING:
    from kehoach.registry import Registry
    from kehoach.transcription.draft import Draft, Drafter

KINDS = (".docx", ".pdf", ".txt")


class NeedsFolder(KehoachError):
    """A folder of documents cannot be drafted to standard output."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"'{path}' là thư mục: cần một thư mục để ghi các bản nháp.", "Thêm -o THƯ_MỤC; mỗi văn bản một tệp trong đó.")


class NoSuchLine(KehoachError):
    """``--explain`` asks for a line that holds nothing."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"Dòng {line} không có chữ nào để giải thích.", "Xem số dòng trong `kehoach verify --coverage`, hoặc thử dòng kế bên."
        )


class OneFileOnly(KehoachError):
    """``--onto`` and ``--explain`` read one document."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} chỉ dùng với một tệp.", "Chỉ ra một văn bản, không phải thư mục.")


class NotVietnamese(KehoachError):
    """A document in another language."""

    exit_status = 3

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"'{path}' không có chữ tiếng Việt có dấu nên không đọc được như một kế hoạch.",
            "Dùng bản tiếng Việt; nếu chữ trong tệp đúng là tiếng Việt thì phông của tệp bị mất dấu: mở bằng Word và lưu lại bằng Unicode.",
        )


def is_vietnamese(text: str) -> bool:
    """Tell whether enough letters of *text* are such as only Vietnamese has; a few lines prove nothing."""
    letters = [char for char in text[:50_000] if char.isalpha()]
    own = sum(char in "ăâđêôơưĂÂĐÊÔƠƯ" or "\u1ea0" <= char <= "\u1ef9" for char in letters)
    return len(letters) < 120 or own > 0.02 * len(letters)


def command(
    ctx: typer.Context,
    source: Annotated[
        Path, typer.Argument(metavar="TỆP|THƯ_MỤC", help="Văn bản (.docx, .pdf có chữ, .txt), hoặc thư mục có nhiều văn bản")
    ],
    ward: Annotated[str, typer.Option("--ward", metavar="PHƯỜNG", help="Văn bản của phường, xã nào: mã hoặc tên")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi bản nháp vào đây (mặc định: in ra); không ghi đè")
    ] = None,
    onto: Annotated[
        str | None, typer.Option("--onto", metavar="KẾ_HOẠCH", help="So với kế hoạch đang có trong sổ: bản nháp này sẽ đổi những gì")
    ] = None,
    explain: Annotated[int | None, typer.Option("--explain", metavar="DÒNG", help="Cho biết dòng này của văn bản được đọc thế nào")] = None,
) -> None:
    """Đọc một văn bản và viết bản nháp của kế hoạch: phần đầu, đề mục, chỉ tiêu, nhiệm vụ, phụ lục, viện dẫn.

    Chỗ nào không chắc có dòng `# xem lại:` ngay bên trên; người chép chỉ còn việc xem lại từng chỗ. Không cần mạng.

    Ví dụ:
      kehoach draft van-ban.docx --ward le-chan -o nhap/ke-hoach-2027.yaml
      kehoach draft van-ban.docx --ward le-chan --explain 1
    """
    from kehoach.cli.session import open_registry
    from kehoach.queries import names
    from kehoach.transcription.draft import Drafter

    session = open_registry(ctx)
    registry = session.registry
    slug = names.wards([ward], {key: entry.name for key, entry in registry.wards.items()}, list(registry.wards))[0]
    if slug not in registry.wards:
        raise UnknownWard(ward, registry.wards)
    drafter = Drafter(registry, slug)
    if source.is_dir():
        if onto is not None or explain is not None:
            raise OneFileOnly("--onto" if onto is not None else "--explain")
        _folder(drafter, source, output)
        return
    draft = _read(drafter, source)
    if explain is not None:
        _explain(drafter, draft, explain)
    elif onto is not None:
        _compare(registry, draft, onto)
    else:
        _write(draft, output)
        _say(draft)


def _read(drafter: Drafter, path: Path) -> Draft:
    from kehoach.files.source.reader import read_source

    source = read_source(path)
    if not is_vietnamese(source.text):
        raise NotVietnamese(path)
    return drafter.draft(source)


def _write(draft: Draft, output: Path | None) -> None:
    from kehoach.files.write import write_new
    from kehoach.model.scalars import WARD_REF
    from kehoach.transcription.emit import to_text

    if output is not None and WARD_REF.match(output.stem):
        draft.slug = output.stem
    text = to_text(draft)
    if output is None:
        from kehoach.cli.output import write_exactly

        write_exactly(text)
    else:
        write_new(output, text)


def _say(draft: Draft, name: str = "") -> None:
    from kehoach.transcription.summary import summary
    from kehoach.vietnamese import number

    found = summary(draft)
    lead = f"{name}: " if name else ""
    sys.stdout.flush()
    print(
        f"{lead}{number(found.targets)} chỉ tiêu, {number(found.tasks)} nhiệm vụ, {number(found.projects)} dự án, {number(found.citations)} viện dẫn, "
        f"{number(found.sections)} đề mục; chắc {number(found.sure)}, phải xem lại {number(found.doubtful)}; "
        f"{number(found.figures)} con số chưa có bản ghi.",
        file=sys.stderr,
    )
    if name:
        return
    new = [
        (found.new_indicators, "chỉ tiêu chưa có trong indicators.yaml"),
        (found.new_references, "văn bản chưa có trong references.yaml"),
    ]
    if any(count for count, _ in new):
        print("Chưa có trong danh mục: " + ", ".join(f"{number(count)} {what}" for count, what in new if count) + ".", file=sys.stderr)
    print("Xem lại từng dòng `# xem lại:`, rồi chạy `kehoach check` và `kehoach verify --coverage`.", file=sys.stderr)


def _folder(drafter: Drafter, folder: Path, output: Path | None) -> None:
    from kehoach.vietnamese import slugify

    if output is None:
        raise NeedsFolder(folder)
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in KINDS and not path.name.startswith((".", "~$")))
    if not files:
        raise CannotRead(folder, "không có văn bản .docx, .pdf hay .txt nào", "Kiểm tra lại thư mục.")
    failed = 0
    for order, path in enumerate(files, start=1):
        name = f"[{order}/{len(files)}] {path.name}"
        try:
            draft = _read(drafter, path)
            _write(draft, output / f"{slugify(path.stem) or f'van-ban-{order}'}.yaml")
        except (CannotRead, AlreadyThere) as error:
            failed += 1
            print(f"{name}: {error.message} {error.remedy or ''}".rstrip(), file=sys.stderr)
            continue
        _say(draft, name)
    if failed:
        print(f"{failed}/{len(files)} văn bản không đọc hoặc không ghi được; các văn bản khác đã xong.", file=sys.stderr)
        raise typer.Exit(1)


def _explain(drafter: Drafter, draft: Draft, line: int) -> None:
    from kehoach.transcription.explain import explain

    said = explain(drafter, draft, line)
    if said is None:
        raise NoSuchLine(line)
    print("\n".join(said))


def _compare(registry: Registry, draft: Draft, onto: str) -> None:
    from kehoach.queries import names
    from kehoach.transcription.emit import to_plan
    from kehoach.transcription.onto import changes

    ref = next(iter(names.plans([onto], registry)))
    found = changes(registry.plans[ref], to_plan(draft))
    signs = {"added": "+", "removed": "-", "changed": "~"}
    for change in found:
        words = f"{change.old} → {change.new}" if change.kind == "changed" else change.new or change.old
        print(f"{signs[change.kind]} {change.what} {change.where}: {words}")
    counts = ", ".join(
        f"{sum(c.kind == kind for c in found)} {word}" for kind, word in (("added", "thêm"), ("removed", "bớt"), ("changed", "đổi"))
    )
    sys.stdout.flush()
    print(f"So với {ref}: {counts}. Chưa ghi gì vào sổ.", file=sys.stderr)
