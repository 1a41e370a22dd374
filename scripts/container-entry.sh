#!/bin/sh
# Starts a process in the container with secrets from files: NAME_FILE=/run/secrets/x gives NAME its content. Unlike a
# variable, a file does not show up in `docker inspect`.
set -eu
for name in DATABASE_URL NEXTAUTH_SECRET; do
  eval "file=\${${name}_FILE:-}"
  if [ -n "$file" ]; then
    value=$(cat "$file")
    export "$name=$value"
  fi
done
exec "$@"
