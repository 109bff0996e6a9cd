"""The screens of those who write questions."""
