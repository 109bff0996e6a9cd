"""Certificates of somebody, as the worker makes them."""

from tests.certificates.issuing.conftest import _place, completion, enrolment, files, jobs, made, now, queue, subjects, template

__all__ = ["_place", "completion", "enrolment", "files", "jobs", "made", "now", "queue", "subjects", "template"]
