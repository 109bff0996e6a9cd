"""The screens of the desk."""

from certificates.desk.views.deciding import decide_all, decide_one, give
from certificates.desk.views.figuring import all_figures, edition_figures
from certificates.desk.views.files import bundle_ask, bundle_file, table
from certificates.desk.views.listing import desk
from certificates.desk.views.one import answer, award, revoke_one

__all__ = [
    "all_figures",
    "answer",
    "award",
    "bundle_ask",
    "bundle_file",
    "decide_all",
    "decide_one",
    "desk",
    "edition_figures",
    "give",
    "revoke_one",
    "table",
]
