"""Which process takes which tests: a file at a time, and what shares something dear to begin (a site, a browser) in one piece.

pytest-xdist's own groups need pytest to hear a name that it gives a test afterwards; the one that is pinned does not.
"""

from xdist.scheduler.loadscope import LoadScopeScheduling

TOGETHER = {
    "tests/browser/": "one browser, two sites",
    "tests/operations/backups/": "a site in production",
    "tests/operations/installing/": "a site in production",
}
# The longest first, so that no process is left with one of them at the end.
EARLY = (*TOGETHER.values(), "tests/operations/", "tests/courses/awkward/", "tests/courses/demo/", "tests/accounts/")


class Sharing(LoadScopeScheduling):
    """Gives out work by file, by what it shares where TOGETHER names it."""

    def _split_scope(self, nodeid: str) -> str:
        return next((piece for folder, piece in TOGETHER.items() if nodeid.startswith(folder)), nodeid.partition("::")[0])

    def _assign_work_unit(self, node: object) -> None:
        """Take the next piece: of those left one that lasts long, while there is one."""
        early = next((scope for start in EARLY for scope in self.workqueue if scope.startswith(start)), None)
        if early:
            self.workqueue.move_to_end(early, last=False)
        super()._assign_work_unit(node)
