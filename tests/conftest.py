"""What several test modules share: the real registry, a small good one, and the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

PROJECT = Path(__file__).parent.parent
DATA = PROJECT / "data"
REAL_FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))
"""Every YAML file of the real registry, relative to it."""

UNITS = """\
format: kehoach/units/1

wards:
  mau: {name: Mẫu, type: phường, code: "00000", place_line: Phường Mẫu}

units:
  mau/ubnd: {name: Ủy ban nhân dân phường Mẫu}
  mau/phong-vhxh: {name: Phòng Văn hóa - Xã hội, aliases: [phòng VHXH]}
"""
INDICATORS = """\
format: kehoach/indicators/1
bhyt: {name: Tỷ lệ dân số tham gia bảo hiểm y tế, unit: "%", direction: up, field: xa-hoi, cap: 100, of: dân số}
ho-ngheo: {name: Tỷ lệ hộ nghèo, unit: "%", direction: down, field: xa-hoi, cap: 0}
"""
REFERENCES = """\
format: kehoach/references/1
kh-1-mau: {kind: KH, number: 1/KH-UBND, date: "2026-01-05", title: Kế hoạch mẫu}
"""
PLAN = """\
format: kehoach/plan/1
id: mau/ke-hoach-2026
kind: KH
title: Kế hoạch phát triển phường Mẫu
issuer: mau/ubnd
number: "7"
symbol: KH-UBND
issued: "2026-02-03"
place_line: Phường Mẫu
period: {from: 2026, to: 2030}
signed: null
addressees: []
recipients: []
attachments: {announced: [], present: []}

citations: []

source: {file: mau.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}

corrections: []

sections:
  - {title: MỤC TIÊU, label: I}

uncovered: []

targets:
  - id: bhyt
    clause: I gạch 1
    indicator: bhyt
    test: {ge: 97}
    when: {by: 2030}
    quote: dân số tham gia bảo hiểm y tế đến năm 2030 đạt 97% trở lên

tasks: []

projects: []

accepted: []

retired: []
"""


def make_registry(
    folder: Path,
    *,
    plans: dict[str, str] | None = None,
    units: str = UNITS,
    indicators: str = INDICATORS,
    references: str = REFERENCES,
    actuals: dict[str, str] | None = None,
) -> Path:
    """Write a small registry without faults into *folder* and return its ``data`` folder.

    *plans* are texts by id (``mau/ke-hoach-2026``), *actuals* by ward and year (``mau/2026``); each part can be replaced.
    """
    data = folder / "data"
    files = {"units.yaml": units, "indicators.yaml": indicators, "references.yaml": references}
    files |= {f"plans/{ref}.yaml": text for ref, text in ({"mau/ke-hoach-2026": PLAN} if plans is None else plans).items()}
    files |= {f"actuals/{ref}.yaml": text for ref, text in (actuals or {}).items()}
    (data / "plans").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return data


def kehoach(args: Sequence[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the real command in *cwd*; its own registry only, whatever the environment says."""
    environment = {key: value for key, value in os.environ.items() if key != "KEHOACH_DATA"} | {"PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *map(str, args)], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the indexes that the tests make among the tests' own files."""
    os.environ["KEHOACH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def real_registry() -> Path:
    """The folder of the real registry."""
    return DATA
