"""How banks of questions are written in files: GIFT and Moodle XML. No rows here."""
