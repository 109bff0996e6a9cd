"""The bank of questions: one language-free row each, texts in as many languages as there are, every version kept."""
