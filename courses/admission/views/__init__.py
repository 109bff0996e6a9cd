"""The teaching screens of enrolment."""
