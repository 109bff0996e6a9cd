"""In which language a post is: found, supposed, corrected by one tap."""
