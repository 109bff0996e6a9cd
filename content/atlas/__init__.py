"""Maps and small charts, drawn on the server from numbers: what is counted is the business of rooms above."""
