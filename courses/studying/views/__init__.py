"""What learners see of their progress on pages, and what they tell about it."""
