"""The screens of evaluation."""

from courses.evaluation.views.learner import evaluation_page
from courses.evaluation.views.staff import evaluation_csv, evaluation_edit, evaluation_figures

__all__ = ["evaluation_csv", "evaluation_edit", "evaluation_figures", "evaluation_page"]
