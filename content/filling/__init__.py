"""Pages on which contributors fill the form in, add files and people, send it and see what became of it."""
