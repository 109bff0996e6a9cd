"""How a practice is shown: its record, what its editors read at the head of the form, and the screen that takes one down."""
