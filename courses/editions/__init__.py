"""Holdings of a course: dates, languages, people, events, deadlines."""
