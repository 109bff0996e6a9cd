"""Start the site on one machine and keep it running. Nothing here imports Django: the supervisor stays small and starts at once."""
