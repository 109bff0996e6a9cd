"""Certificates as the worker makes them."""

from tests.certificates.issuing.conftest import _place, completion, enrolment, files, made, queue, template

__all__ = ["_place", "completion", "enrolment", "files", "made", "queue", "template"]
