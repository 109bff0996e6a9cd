"""What the demo shows of certificates: designs, an earlier edition, and what its people were given."""
