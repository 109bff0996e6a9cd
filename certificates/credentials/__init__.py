"""What was awarded: awards, credentials, their papers and corrections."""
