"""What a paper says, how it is drawn and proven, and where its file lies."""
