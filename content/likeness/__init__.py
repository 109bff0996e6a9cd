"""What practices are like: similar ones at the foot of a record, and a warning before the same one is written twice."""
