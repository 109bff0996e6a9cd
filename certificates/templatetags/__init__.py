"""What templates of certificates need."""
