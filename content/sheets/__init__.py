"""Office documents (.docx, .pdf) turned into plain web pages, in a process of their own that may take little time and memory."""
