"""Mail as rows with a state: written in the transaction of what it tells, sent by a job."""
