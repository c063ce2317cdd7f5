"""The generated pages; ``python tools/docs.py`` writes them, ``--check`` tells whether they are fresh.

``docs/cli.md`` comes from the commands' own help, ``docs/schema.md`` from the schemas, ``docs/rules.md`` from the rules,
``docs/templates.md`` from the table of what Word templates may use, ``docs/export.md`` from the columns of an export.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kehoach.cli.commands import COMMANDS
from kehoach.cli.export import MARKER
from kehoach.files.descriptions import KINDS, RECORDS
from kehoach.files.schema import schema
from kehoach.renderers import as_csv_tables, as_parquet, as_sqlite
from kehoach.renderers.as_word import guide
from kehoach.renderers.as_word.variables import DOCUMENTS
from kehoach.reports import rules
from kehoach.reports.export import TABLES, VERSION, Column, Type

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTE = "<!-- Trang này do tools/docs.py tạo ra; đừng sửa tay. -->\n\n"


def cli() -> str:
    """Return the page of all commands: the help that each prints."""
    parts = ["# Các lệnh của kehoach\n", _help(), *(f"## `kehoach {name}`\n\n{_help(name)}" for name in COMMANDS)]
    return NOTE + "\n".join(parts)


def _help(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-m", "kehoach", *command, "--help"], capture_output=True, check=True, env=environment)
    return f"```text\n{done.stdout.decode('utf-8').rstrip()}\n```\n"


def schema_page() -> str:
    """Return the page of all keys of all files."""
    lines = ["# Các loại tệp và khóa\n", "Lược đồ cho trình soạn thảo nằm ở `schemas/`; trang này liệt kê cùng nội dung.\n"]
    seen: set[str] = set()
    for kind, words in KINDS.items():
        made = schema(kind)
        lines.append(f"## {words} (`schemas/{kind}.schema.json`)\n")
        lines += _table(made)
        for record, body in made.get("$defs", {}).items():
            if record not in seen and "properties" in body:
                seen.add(record)
                lines.append(f"### {RECORDS.get(record, record)}\n")
                lines += _table(body)
    return NOTE + "\n".join(lines)


def _table(body: dict[str, Any]) -> list[str]:
    rows = [
        f"| `{key}` | {'có' if key in body.get('required', ()) else ''} | {_type(value)} | {value.get('description', '')} |"
        for key, value in body.get("properties", {}).items()
    ]
    return ["| khóa | bắt buộc | kiểu | ý nghĩa |", "|---|---|---|---|", *rows, ""] if rows else []


def _type(value: dict[str, Any]) -> str:
    return " hoặc ".join(dict.fromkeys(_types(value)))


def _types(value: dict[str, Any]) -> Iterator[str]:
    names = {"string": "chữ", "integer": "số nguyên", "number": "số", "null": "null", "array": "danh sách", "object": "bảng khóa"}
    if "enum" in value:
        yield ", ".join(f"`{item}`" for item in value["enum"])
    elif "const" in value:
        yield f"`{value['const']}`"
    elif "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        yield RECORDS.get(name, name).partition(":")[0].lower()
    elif "anyOf" in value:
        for item in value["anyOf"]:
            yield from _types(item)
    elif "items" in value:
        yield f"danh sách {_type(value['items'])}"
    else:
        yield names.get(str(value.get("type")), "")


def rules_page() -> str:
    """Return the page of all rules: which family is covered by which rule and case, then each rule's manual."""
    found = sorted(rules.every(), key=rules.family)
    lines = [
        "# Các quy tắc soát\n",
        "`kehoach check` chạy mọi quy tắc; `kehoach explain QUY_TẮC` in một quy tắc. Mỗi ví dụ dưới đây được kiểm thử chạy thật, chép đè lên",
        "sổ mẫu của `tests/checks/sample.py`. Nhóm 9 (so giữa các phường) là lệnh `kehoach compare`, nhóm 10 (“6 rõ”) là lệnh",
        "`kehoach clarity`. Nhóm 11 là các quy tắc của `kehoach diff`: mỗi ca thử dựng một kho git thật với hai lần ghi.\n",
        "| nhóm | quy tắc | mức độ | kiểm tra gì | ca thử |",
        "|---|---|---|---|---|",
        *(
            f"| {rules.family(rule)}. {rules.FAMILIES[rules.family(rule)]} | [`{rule.name}`](#{rule.name}) | {rules.weight(rule)} "
            f"| {_cell(rules.summary(rule))} | {_cases(rule)} |"
            for rule in found
        ),
    ]
    family = None
    for rule in found:
        if rules.family(rule) != family:
            family = rules.family(rule)
            lines.append(f"\n## {family}. {rules.FAMILIES[family]}")
        lines.append(f"\n{rules.page(rule, markdown=True).rstrip()}")
    return NOTE + "\n".join(lines) + "\n"


def _cases(rule: rules.Rule) -> str:
    folder = "revisions" if rules.family(rule) == rules.EDITS else "checks"
    path = Path(f"tests/{folder}/cases") / f"{rule.name.replace('-', '_')}.yaml"
    return f"[{path.name}](../{path.as_posix()})" if (DOCS.parent / path).exists() else ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("<", "&lt;")


def templates_page() -> str:
    """Return the page of what a Word template may use."""
    lines = [
        "# Mẫu Word\n",
        "Mẫu có sẵn nằm ở `templates/`. Cơ quan mở bằng Word mà sửa phông, cỡ chữ, lề, bỏ cột, bỏ mục, viết thêm; tên biến trong `{{ }}` và",
        "các thẻ `{% %}` phải giữ đúng: `kehoach template check TỆP` nói mọi chỗ sai. Thẻ đứng riêng một hàng của bảng viết `{%tr … %}`, riêng một",
        "đoạn viết `{%p … %}`, riêng một ô viết `{%tc … %}` (docxtpl). Các trường của danh sách dùng trong vòng lặp:",
        "`{%p for v in van_ban %}` rồi `{{ v.ten }}` rồi `{%p endfor %}`.\n",
    ]
    return NOTE + "\n".join(lines) + "\n" + guide.markdown(DOCUMENTS)


def export_page() -> str:
    """Return the page of all tables of an export, column by column."""
    lines = [EXPORT_HEAD.format(version=VERSION, marker=MARKER)]
    lines += ["| kiểu | ý nghĩa | Parquet | SQLite | CSV |", "|---|---|---|---|---|"]
    lines += [
        f"| {kind} | {words} | {as_parquet.TYPES[kind]} | {as_sqlite.TYPES[kind]} | {as_csv_tables.TYPES[kind]} |"
        for kind, words in EXPORT_TYPES.items()
    ]
    lines.append("\n## Các bảng\n\n| bảng | ý nghĩa | chia theo tỉnh |\n|---|---|---|")
    lines += [f"| [`{table.name}`](#{table.name}) | {table.words} | {'có' if table.by_ward else ''} |" for table in TABLES]
    for table in TABLES:
        lines.append(f"\n### {table.name}\n\n{table.words} Khóa: {', '.join(f'`{name}`' for name in table.key)}.\n")
        lines += ["| cột | kiểu | ý nghĩa |", "|---|---|---|"]
        lines += [f"| {_named(column)} | {column.type} | {column.words} |" for column in table.columns if column.type is not Type.FOLDED]
    return NOTE + "\n".join(lines) + "\n"


def _named(column: Column) -> str:
    return f"`{column.name}`" + (f", `{column.name}_folded`" if column.type is Type.TEXT else "")


EXPORT_TYPES = {
    "word": "mã, tham chiếu, ngày như văn bản ghi, một trong vài từ cố định",
    "text": "chữ tự do; luôn có thêm cột cùng tên, đuôi `_folded`, để tìm không dấu",
    "folded": "chữ thường, bỏ dấu, `đ` thành `d`, một dấu cách",
    "int": "số nguyên",
    "number": "con số của sổ, đúng như ghi: tối đa 15 chữ số trước dấu phẩy, 6 chữ số sau",
    "computed": "con số do `kehoach` tính, tối đa 12 chữ số sau dấu phẩy",
    "bool": "đúng, sai",
    "day": "một ngày",
}
EXPORT_HEAD = """\
# Bản xuất: các bảng và các cột

`kehoach export -o THƯ_MỤC --format parquet|sqlite|csv` xuất cả sổ thành các bảng dưới đây. Tên bảng, tên cột giữ nguyên trong một phiên bản
(`kehoach_export_version`, hiện là **{version}**); phiên bản tăng khi một bảng, một cột đổi tên, bị bỏ hay đổi nghĩa, bảng và cột mới thì không.
Không tên nào là từ khóa của DuckDB, Spark hay SQLite: viết không cần ngoặc kép. Câu hỏi mẫu: [analytics.md](analytics.md).

- **Parquet**: `<bảng>/province=<tỉnh>/part-0.parquet`, các bảng danh mục `<bảng>/part-0.parquet`. `province` là tên thư mục, không nằm trong tệp; phường không
  rõ tỉnh nằm ở `province=__HIVE_DEFAULT_PARTITION__` (đọc ra là trống). Cần thêm thư viện: `pip install 'kehoach[parquet]'`.
- **SQLite**: một tệp `kehoach.sqlite`, có sẵn chỉ mục; phiên bản ở `PRAGMA user_version`.
- **CSV**: mỗi bảng một tệp `<bảng>.csv`, UTF-8, dấu phẩy ngăn cột, ô trống là không có. Chữ bắt đầu bằng `=`, `+`, `-`, `@` có thêm dấu `'` phía trước, để bảng tính
  không coi là công thức.

Thư mục được ghi xong xuôi rồi mới mang tên đã chọn, hỏng giữa chừng thì không có gì thay đổi. `{marker}` ghi phiên bản, sổ ở phiên bản git nào, mỗi bảng bao
nhiêu dòng; `--force` chỉ thay thư mục có tệp này. Tệp nào của sổ không đọc được thì lỗi nằm ở bảng `problems`, phần đọc được vẫn xuất, mã thoát là 1. Với
`--ward`, các bảng của kế hoạch chỉ có phường đó; `wards`, `units` có thêm tỉnh, thành phố ở trên.

## Kiểu của cột

Số thập phân của SQLite là số nhị phân: mọi con số tới 15 chữ số đọc ra in lại đúng như cũ (`13.5` là `13.5`), nhưng cộng dồn nhiều số thì nên làm tròn; Parquet và
CSV giữ số thập phân đúng tuyệt đối.
"""
PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli,
    "schema.md": schema_page,
    "rules.md": rules_page,
    "templates.md": templates_page,
    "export.md": export_page,
}


def main() -> int:
    """Write the pages, or with ``--check`` say which are stale."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, make in PAGES.items():
        path, text = DOCS / name, make()
        if check and (not path.exists() or path.read_text("utf-8") != text):
            stale.append(name)
        elif not check:
            path.write_text(text, "utf-8", newline="\n")
    for name in stale:
        print(f"docs/{name} is stale: run `python tools/docs.py`", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
