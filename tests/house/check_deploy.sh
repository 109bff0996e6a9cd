#!/bin/sh
# Django's own check of a deployment, with production's settings and secrets that are none.
set -eu
export DJANGO_SETTINGS_MODULE=config.settings.production
export SECRET_KEY="only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFG"
export ALLOWED_HOSTS=academy.example.org SITE_URL=https://academy.example.org
export EMAIL_URL=smtp://mail.example.org:25 MAIL_FROM=academy@example.org
export DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing CACHE_URL=redis://127.0.0.1:1/0
PYTHON="${PYTHON:-.venv/bin/python}"
"$PYTHON" manage.py check --deploy --fail-level WARNING
# Without a secret it refuses with one line.
if said=$(env -u SECRET_KEY "$PYTHON" manage.py check 2>&1); then
  echo "production started without SECRET_KEY" >&2
  exit 1
fi
case "$said" in
  "Not started: set SECRET_KEY "*) ;;
  *) printf 'production refused otherwise than with its one line:\n%s\n' "$said" >&2; exit 1 ;;
esac
