"""Contributors write a good practice part by part, alone or together, send it to review, answer, and withdraw it."""
