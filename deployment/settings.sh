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
# Without MAIL_HOST there is no mail session, and Deskbell sends no mails.
MAIL_HOST=${MAIL_HOST:-}
MAIL_TLS=${MAIL_TLS:-starttls}
MAIL_FROM=${MAIL_FROM:-}
MAIL_USER=${MAIL_USER:-}
MAIL_PASSWORD=${MAIL_PASSWORD:-}
CONTEXT_PATH=${CONTEXT_PATH:-/}
WAR=${WAR:-}

stop() { echo "$*" >&2; exit 1; }

case $CONTEXT_PATH in /*) ;; *) stop "CONTEXT_PATH must begin with /, not \"$CONTEXT_PATH\"." ;; esac
case $DB_URL in
  jdbc:h2:* | jdbc:postgresql:*) ;;
  *) stop "DB_URL must begin with jdbc:h2: or jdbc:postgresql:." ;;
esac
case $MAIL_TLS in
  starttls) MAIL_PORT=${MAIL_PORT:-587} ;;
  tls) MAIL_PORT=${MAIL_PORT:-465} ;;
  none) MAIL_PORT=${MAIL_PORT:-25} ;;
  *) stop "MAIL_TLS must be starttls, tls or none, not \"$MAIL_TLS\"." ;;
esac
if [ -n "$MAIL_HOST" ]; then
  case $MAIL_HOST in *[!A-Za-z0-9._-]*) stop "MAIL_HOST must be the name of a mail server, not \"$MAIL_HOST\"." ;; esac
  case $MAIL_PORT in *[!0-9]*) stop "MAIL_PORT must be a number, not \"$MAIL_PORT\"." ;; esac
  case $MAIL_FROM in
    *[!A-Za-z0-9.@_+-]* | *@*@*) stop "MAIL_FROM must be a mail address, not \"$MAIL_FROM\"." ;;
    ?*@?*) ;;
    *) stop "Please set MAIL_FROM to the address mails come from, such as chat@example.com." ;;
  esac
  if [ "$MAIL_TLS" = none ] && [ -n "$MAIL_PASSWORD" ]; then stop "MAIL_PASSWORD would go in clear: please set MAIL_TLS to starttls or tls."; fi
fi
