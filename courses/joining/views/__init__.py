"""Pages of learners: editions, enrolment, invitations."""
