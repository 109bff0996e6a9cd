"""Where learners sit a quiz: its page, one question a page, handing in, the result."""
