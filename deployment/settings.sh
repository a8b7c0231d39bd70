# What both configure.sh take from the environment, with its defaults; deployment/README.md explains every variable.

HTTP_ADDRESS=${HTTP_ADDRESS:-127.0.0.1}
HTTP_PORT=${HTTP_PORT:-8080}
HTTP_THREADS=${HTTP_THREADS:-64}
REQUEST_BYTES=${REQUEST_BYTES:-33554432}
DATA=${DATA:-/var/lib/deskbell}
# WRITE_DELAY=0: without it H2 2.2 loses acknowledged messages when the process is killed.
DB_URL=${DB_URL:-jdbc:h2:file:$DATA/deskbell;WRITE_DELAY=0;MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE}
DB_USER=${DB_USER:-deskbell}
DB_PASSWORD=${DB_PASSWORD:-}
DB_POOL_MIN=${DB_POOL_MIN:-4}
DB_POOL_MAX=${DB_POOL_MAX:-32}
# Of PostgreSQL: after how many seconds a database that does not answer is given up (longer than a statement may take), and
# what makes it give up the locks of a server that fell silent in the middle of a transaction.
DB_SILENCE=${DB_SILENCE:-40}
DB_OPTIONS=${DB_OPTIONS:---idle_in_transaction_session_timeout=10s}
CONTEXT_PATH=${CONTEXT_PATH:-/}
WAR=${WAR:-}

stop() { echo "$*" >&2; exit 1; }

case $CONTEXT_PATH in /*) ;; *) stop "CONTEXT_PATH must begin with /, not \"$CONTEXT_PATH\"." ;; esac
case $DB_URL in
  jdbc:h2:* | jdbc:postgresql:*) ;;
  *) stop "DB_URL must begin with jdbc:h2: or jdbc:postgresql:." ;;
esac
