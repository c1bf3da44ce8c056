"""A report of which nothing is entered yet, for the curator's desk."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.trees import FILES, write_tree

SOURCE = "testshire/sources/report-2021/source.yml"
TEXT = """\
各位代表：
2020年，全市地区生产总值突破4000亿元、达到4250亿元，比上年增长5%。新建5G基站1923座。
城镇登记失业率为3%，违法犯罪警情下降8.6%。古树名木1200座。“十三五”圆满收官。
2021年的目标是：地区生产总值增长6%以上，城镇登记失业率控制在2.5%以内，居民收入与经济增长基本同步，实现体育场主体结构封顶。
"""


def write_desk(folder: Path, text: str = TEXT) -> Path:
    """`datasets/` in a folder, with one source in progress, nothing of it entered or left out."""
    source = FILES[SOURCE].split("left_out:")[0]
    return write_tree(folder, {
        "testshire/sources/report-2021/report.txt": text,
        SOURCE: source + "review: in-progress\nleft_out: []\n",
        "testshire/observations/economy.yml": "# ours\n[]\n",
        "testshire/observations/society.yml": "[]\n",
        "testshire/targets/economy.yml": "[]\n",
        "testshire/targets/society.yml": "[]\n",
        "testshire/corrections.yml": "[]\n",
    })  # fmt: skip


@contextmanager
def desk_of(folder: Path, source: str = "testshire") -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of `tally review` in a folder while it runs, and its process."""
    code = "from tally.cli import main; main()"
    command = [sys.executable, "-u", "-c", code, "review", source, "--no-open"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        found = re.search(r"http://\S+", run.stdout.readline())
        assert found is not None
        try:
            yield found[0], run
        finally:
            run.kill()
