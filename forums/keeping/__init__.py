"""What is kept leaves in one piece, or is forgotten: exports, personal data, erasure."""
