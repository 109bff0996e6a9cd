"""Banks of questions in and out: GIFT and Moodle XML."""
