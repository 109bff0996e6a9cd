"""Where staff see to quizzes: what they ask, the attempts of those who take part, figures of questions, corrected keys."""
