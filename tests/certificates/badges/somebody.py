"""Somebody else's verifier, from npm: installed once below var/, fed with what our site answers, cut off from the network."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from certificates.badges.contexts_pinned import FILES, FOLDER
from tests.house.tree import ROOT

SOURCE = Path(__file__).parent / "verifier"
PLACE = ROOT / "var" / "verifier"
OPTIONS = ("--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--loglevel=error")


def installed() -> Path:
    """Return the verifier's program, its packages beside it. Leaves the test out where npm is missing or reaches nothing."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("needs node and npm (Debian, Ubuntu: apt-get install nodejs npm)")
    PLACE.mkdir(parents=True, exist_ok=True)
    wanted = (SOURCE / "package.json").read_text()
    done = PLACE / "done.json"
    if not done.exists() or done.read_text() != wanted:
        (PLACE / "package.json").write_text(wanted)
        run = subprocess.run(["npm", "install", *OPTIONS], cwd=PLACE, capture_output=True, text=True, timeout=300, check=False)
        if run.returncode:
            pytest.skip(f"npm could not install the verifier: {run.stderr.strip()[-200:]}")
        done.write_text(wanted)
    return Path(shutil.copy(SOURCE / "verify.mjs", PLACE))


def ask(folder: Path, *, files: dict[str, str], badges=(), tokens=(), now: str, context: str = "own") -> dict:
    """Return what the verifier thinks of badges and tokens, knowing only these files."""
    program = installed()
    known = files if context == "older" else files | {url: (FOLDER / name).read_text() for url, name in FILES.items() if "imsglobal" in url}
    job = folder / "job.json"
    job.write_text(json.dumps({"files": known, "badges": list(badges), "tokens": list(tokens), "now": now, "openBadges": context}))
    run = subprocess.run(["node", program, job], capture_output=True, text=True, timeout=1100, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
