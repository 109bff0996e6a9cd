"""Judging good practices: a checklist of criteria with scores and remarks, a stop for safeguarding, the rule of publication."""
