"""How certificates look and what they say: templates, and where signatures were used."""
