#!/bin/sh
# Sets up a stock Payara Server 6 for Deskbell and, where WAR is given, puts it in. A stopped domain is started for it
# and stopped again. Runs as often as you like: what is right already stays as it is. deployment/README.md explains
# every variable.
set -eu

: "${PAYARA_HOME:?Please set PAYARA_HOME to the folder of Payara Server (payara6)}"
DOMAINS=${DOMAINS:-$PAYARA_HOME/glassfish/domains}
DOMAIN=${DOMAIN:-domain1}
ADMIN_PORT=${ADMIN_PORT:-4848}
HEAP=${HEAP:-1g}
. "$(dirname "$0")/../settings.sh"

HOME_OF_DOMAIN=$DOMAINS/$DOMAIN
[ -f "$HOME_OF_DOMAIN/config/domain.xml" ] || stop "There is no config/domain.xml in $HOME_OF_DOMAIN."
case $HEAP in [1-9]*[mg]) ;; *) stop "HEAP must be a number with m or g behind it, such as 1g, not \"$HEAP\"." ;; esac
case $MAIL_USER$MAIL_PASSWORD in *[\'\"\\]*) stop "Quotes and backslashes cannot be used in MAIL_USER and MAIL_PASSWORD." ;; esac
case $DB_USER$DB_PASSWORD$DB_URL in *[\'\"\\]*) stop "Quotes and backslashes cannot be used in DB_URL, DB_USER and DB_PASSWORD." ;; esac
case $DB_URL in
  jdbc:h2:*) SOURCE=org.h2.jdbcx.JdbcDataSource ALIVE=dual ;;
  *) SOURCE=org.postgresql.ds.PGSimpleDataSource ALIVE=pg_catalog.pg_database ;;
esac

if [ "$SOURCE" = org.postgresql.ds.PGSimpleDataSource ]; then
  driver=$HOME_OF_DOMAIN/lib/postgresql.jar
  if [ -n "${DB_DRIVER:-}" ]; then
    [ -f "$DB_DRIVER" ] || stop "There is no driver $DB_DRIVER."
    cmp -s "$DB_DRIVER" "$driver" || cp "$DB_DRIVER" "$driver"
  fi
  [ -f "$driver" ] || stop "Please set DB_DRIVER to the JDBC driver of PostgreSQL (a jar)."
fi

asadmin() { "$PAYARA_HOME/bin/asadmin" --port "$ADMIN_PORT" --interactive=false "$@"; }

commands=$(mktemp)
started=no
finish() {
  rm -f "$commands" "$commands.log"
  [ $started = no ] || "$PAYARA_HOME/bin/asadmin" stop-domain --domaindir "$DOMAINS" "$DOMAIN" > /dev/null
}
trap finish EXIT
chmod 600 "$commands"

# Payara writes attributes in any order.
content() { tr ' <>' '\n\n\n' < "$HOME_OF_DOMAIN/config/domain.xml" | sort | sha1sum; }
before=$(content)
if ! asadmin --terse list-jdbc-connection-pools > "$commands.log" 2>&1; then
  "$PAYARA_HOME/bin/asadmin" start-domain --domaindir "$DOMAINS" --timeout 300 "$DOMAIN" > "$commands.log" 2>&1 \
    || { cat "$commands.log" >&2; stop "Payara's domain $DOMAIN could not be started; the reason is above."; }
  started=yes
  asadmin --terse list-jdbc-connection-pools > "$commands.log"
fi

# put NAME VALUE, in this server's own configuration
put() { echo "set 'configs.config.server-config.$1=$2'" >> "$commands"; }

# Only HTTP, and nothing but Deskbell on it: TLS ends at the proxy, nobody calls EJBs or manages from outside.
put network-config.network-listeners.network-listener.http-listener-2.enabled false
put network-config.network-listeners.network-listener.admin-listener.address 127.0.0.1
for listener in orb-listener-1 SSL SSL_MUTUALAUTH; do put "iiop-service.iiop-listener.$listener.enabled" false; done
put admin-service.jmx-connector.system.enabled false
put jms-service.type DISABLED
put hazelcast-config-specific-configuration.enabled false
# Payara's own /metrics and /health are for everybody by default.
put microprofile-metrics-configuration.enabled false
put microprofile-healthcheck-configuration.enabled false

put network-config.network-listeners.network-listener.http-listener-1.address "$HTTP_ADDRESS"
put network-config.network-listeners.network-listener.http-listener-1.port "$HTTP_PORT"
# The default of 5 lets five slow pages stop everything.
put thread-pools.thread-pool.http-thread-pool.max-thread-pool-size "$HTTP_THREADS"
put thread-pools.thread-pool.http-thread-pool.min-thread-pool-size 8
HTTP=network-config.protocols.protocol.http-listener-1.http
put $HTTP.compression on
put $HTTP.compression-min-size-bytes 1024
put $HTTP.compressable-mime-type text/html,text/plain,text/css,text/javascript,application/javascript,application/json,image/svg+xml
put $HTTP.xpowered-by false
put $HTTP.server-header false
# Deskbell says per page who may embed it; one answer for all would keep the widget out of the customers' pages.
put $HTTP.xframe-options false
put $HTTP.request-timeout-seconds 60
put $HTTP.max-post-size-bytes "$REQUEST_BYTES"
put $HTTP.max-request-parameters 500
put $HTTP.cookie-same-site-enabled true
put $HTTP.cookie-same-site-value Lax
# Deskbell reads X-Forwarded-* itself, and only from deskbell.proxies.
put $HTTP.auth-pass-through-enabled false

grep -qx deskbell "$commands.log" || echo \
  "create-jdbc-connection-pool --datasourceclassname $SOURCE --restype javax.sql.DataSource deskbell" >> "$commands"
POOL=resources.jdbc-connection-pool.deskbell
pool() { echo "set '$POOL.$1=$2'" >> "$commands"; }
pool datasource-classname $SOURCE
pool steady-pool-size "$DB_POOL_MIN"
pool max-pool-size "$DB_POOL_MAX"
pool max-wait-time-in-millis 5000
pool statement-timeout-in-seconds 30
pool connection-validation-method table
pool validation-table-name "$ALIVE"
# After the table: Payara refuses it without one.
pool is-connection-validation-required true
pool validate-atmost-once-period-in-seconds 5
pool statement-cache-size 100
pool property.URL "$DB_URL"
pool property.User "$DB_USER"
# () is Payara's word for an empty one; nothing at all would take the property away.
pool property.Password "${DB_PASSWORD:-()}"
if [ "$SOURCE" = org.postgresql.ds.PGSimpleDataSource ]; then
  pool property.SocketTimeout "$DB_SILENCE"
  pool property.Options "$DB_OPTIONS"
  pool property.ReWriteBatchedInserts true
elif grep -q 'name="SocketTimeout"' "$HOME_OF_DOMAIN/config/domain.xml"; then
  for property in SocketTimeout Options ReWriteBatchedInserts; do pool property.$property ''; done
fi
# Payara's own 512 MB is for a few hundred visitors. A heap that does not grow pauses half as long.
asadmin --terse list-jvm-options > "$commands.log"
for option in $(grep '^-Xm[sx]' "$commands.log" | grep -vx -e "-Xms$HEAP" -e "-Xmx$HEAP" || true); do
  echo "delete-jvm-options '$option'" >> "$commands"
done
for option in "-Xms$HEAP" "-Xmx$HEAP" -XX:+ExitOnOutOfMemoryError; do
  grep -qxF -e "$option" "$commands.log" \
    || echo "create-jvm-options '$(printf '%s' "$option" | sed 's/:/\\:/g')'" >> "$commands"
done
asadmin --terse list-jdbc-resources > "$commands.log"
grep -qx jdbc/deskbell "$commands.log" || echo \
  'create-jdbc-resource --connectionpoolid deskbell jdbc/deskbell' >> "$commands"

# In the session, mail-smtp-port is mail.smtp.port.
MAIL=resources.mail-resource.mail/deskbell
mail() { echo "set '$MAIL.$1=$2'" >> "$commands"; }
asadmin --terse list-javamail-resources > "$commands.log"
if [ -n "$MAIL_HOST" ]; then
  # It wants a user, also where nobody logs in.
  grep -qx mail/deskbell "$commands.log" || echo \
    "create-javamail-resource --mailhost '$MAIL_HOST' --mailuser '${MAIL_USER:-deskbell}' --fromaddress '$MAIL_FROM' mail/deskbell" >> "$commands"
  mail host "$MAIL_HOST"
  mail user "${MAIL_USER:-deskbell}"
  mail from "$MAIL_FROM"
  mail property.mail-smtp-port "$MAIL_PORT"
  mail property.mail-smtp-auth "$([ -n "$MAIL_USER" ] && echo true || echo false)"
  mail property.mail-smtp-starttls-enable "$([ "$MAIL_TLS" = starttls ] && echo true || echo false)"
  mail property.mail-smtp-ssl-enable "$([ "$MAIL_TLS" = tls ] && echo true || echo false)"
  mail property.mail-password "${MAIL_PASSWORD:-()}"
elif grep -qx mail/deskbell "$commands.log"; then
  echo 'delete-javamail-resource mail/deskbell' >> "$commands"
fi

asadmin multimode --file "$commands" > "$commands.log" 2>&1 || true
if grep -q 'failed\|Usage' "$commands.log"; then
  grep -vi password "$commands.log" >&2
  stop "Payara could not be set up; the reason is above."
fi

if [ -n "$WAR" ]; then
  [ -f "$WAR" ] || stop "There is no WAR $WAR."
  wanted="$(sha1sum < "$WAR" | cut -c1-40) $CONTEXT_PATH"
  asadmin --terse list-applications > "$commands.log"
  if ! grep -q '^deskbell ' "$commands.log" || [ "$wanted" != "$(cat "$HOME_OF_DOMAIN/deskbell.deployed" 2> /dev/null)" ]; then
    asadmin deploy --force --name deskbell --contextroot "$CONTEXT_PATH" "$WAR" > "$commands.log" 2>&1 \
      || { cat "$commands.log" >&2; stop "Deskbell could not be deployed; the reason is above."; }
    echo "$wanted" > "$HOME_OF_DOMAIN/deskbell.deployed"
  fi
fi

echo "Payara's $DOMAIN is set up for Deskbell at http://$HTTP_ADDRESS:$HTTP_PORT$CONTEXT_PATH"
if [ $started = no ] && [ "$before" != "$(content)" ]; then
  echo "Something has changed; please restart it: asadmin restart-domain $DOMAIN"
fi
