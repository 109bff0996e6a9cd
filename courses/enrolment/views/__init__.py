"""Pages of enrolment: the learner's and the staff's."""
