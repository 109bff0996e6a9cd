"""What learners see of enrolment: which editions there are, asking in, leaving, the page behind an invitation."""
