"""Progress laid over the pages of a course: what a learner sees of hers, and the buttons by which she tells it."""
