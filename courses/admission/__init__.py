"""What staff see of enrolment: who takes part, who asks and waits, invitations, people brought in from a file."""
