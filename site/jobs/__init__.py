"""Work in the background: django-q2 behind django-tasks, the watchdog, the sweep of due rows."""
