"""The project's own files, as the rules of the house see them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOREYS = [ROOT / name for name in ("site", "content", "forums", "courses", "certificates")]
GROUND = ROOT / "site"
APPS = [path for path in (*sorted(GROUND.iterdir()), *STOREYS[1:]) if (path / "apps.py").exists()]
MADE_BY_DJANGO = "migrations"


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "__pycache__")) for part in path.relative_to(ROOT).parts)


def code(*roots: Path, suffix: str = ".py") -> Iterator[Path]:
    """Give the files with this ending below the roots, without what Django makes."""
    for root in roots or STOREYS:
        for path in sorted(root.rglob(f"*{suffix}")):
            if not _is_hidden(path) and MADE_BY_DJANGO not in path.parts:
                yield path


def rooms() -> Iterator[Path]:
    """Give the folders of the rooms: packages inside an app that hold more than commands or template tags."""
    for app in APPS:
        for path in sorted(app.iterdir()):
            if (path / "__init__.py").exists() and path.name not in {MADE_BY_DJANGO, "management", "templatetags"}:
                yield path


@cache
def text(path: Path) -> str:
    """Return a file's text."""
    return path.read_text(encoding="utf-8")


@cache
def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return len(text(path).splitlines())


@cache
def parsed(path: Path) -> ast.Module:
    """Return a Python file's syntax tree."""
    return ast.parse(text(path), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function and method of a file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name(path: Path) -> str:
    """Return a path as people write it."""
    return path.relative_to(ROOT).as_posix()
