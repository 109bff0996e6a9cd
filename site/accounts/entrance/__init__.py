"""The door: signing up, signing in by password or mailed code, confirming addresses, changing and forgetting passwords."""
