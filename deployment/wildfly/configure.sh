#!/bin/sh
# Sets up a stock WildFly 39 for Deskbell and, where WAR is given, puts it in. The server must be stopped.
# Runs as often as you like: what is right already stays as it is. deployment/README.md explains every variable.
set -eu

: "${WILDFLY_HOME:?Please set WILDFLY_HOME to the folder of WildFly}"
BASE=${WILDFLY_BASE:-$WILDFLY_HOME/standalone}
. "$(dirname "$0")/../settings.sh"

# As a CLI string; an expression of WildFly's own (${…}) is taken by its letters.
quote() { printf '%s' "$1" | sed -e 's/[\\"]/\\&/g' -e 's/\$/$$/g' -e 's/^/"/' -e 's/$/"/'; }

[ -f "$BASE/configuration/standalone.xml" ] || stop "There is no configuration/standalone.xml in $BASE."
case $DB_URL in
  jdbc:h2:*) DRIVER=h2 ;;
  *) DRIVER=postgresql ;;
esac

commands=$(mktemp)
overlay=
trap 'rm -f "$commands" "$overlay"' EXIT
chmod 600 "$commands"

if [ "$DRIVER" = postgresql ]; then
  module=$WILDFLY_HOME/modules/org/postgresql/main
  if [ -n "${DB_DRIVER:-}" ]; then
    [ -f "$DB_DRIVER" ] || stop "There is no driver $DB_DRIVER."
    mkdir -p "$module"
    cmp -s "$DB_DRIVER" "$module/postgresql.jar" || cp "$DB_DRIVER" "$module/postgresql.jar"
    cat > "$module/module.xml" <<'MODULE'
<?xml version="1.0" encoding="UTF-8"?>
<module xmlns="urn:jboss:module:1.9" name="org.postgresql">
  <resources>
    <resource-root path="postgresql.jar" />
  </resources>
  <dependencies>
    <module name="java.se" />
    <module name="jdk.unsupported" />
    <module name="jakarta.transaction.api" />
  </dependencies>
</module>
MODULE
  fi
  [ -f "$module/postgresql.jar" ] || stop "Please set DB_DRIVER to the JDBC driver of PostgreSQL (a jar)."
fi

# gone ADDRESS: takes a resource away where it is.
gone() {
  cat >> "$commands" <<CLI
if (outcome == success) of $1:read-resource
$1:remove
end-if
CLI
}

# there ADDRESS [ATTRIBUTES]: makes a resource where it is missing.
there() {
  cat >> "$commands" <<CLI
if (outcome != success) of $1:read-resource
$1:add(${2:-})
end-if
CLI
}

# put ADDRESS NAME VALUE
put() { printf '%s:write-attribute(name=%s,value=%s)\n' "$1" "$2" "$3" >> "$commands"; }

echo 'embed-server --server-config=standalone.xml --std-out=discard' >> "$commands"

# Only HTTP, and nothing but Deskbell on it: TLS ends at the proxy, nobody calls EJBs from outside.
HOST=/subsystem=undertow/server=default-server/host=default-host
gone /subsystem=ejb3/service=remote
gone /subsystem=remoting/http-connector=http-remoting-connector
gone "$HOST/setting=http-invoker"
gone "$HOST/location=\\/"
gone /subsystem=undertow/server=default-server/https-listener=https
# Deskbell's own pages are under /console; WildFly would send them to its management console.
put "$HOST" disable-console-redirect true

# Deskbell finds out by itself who is logged in (Jakarta Security); Elytron must not ask its own realm as well.
put /subsystem=undertow/application-security-domain=other integrated-jaspi false

put /interface=public inet-address "$(quote "$HTTP_ADDRESS")"
put /socket-binding-group=standard-sockets/socket-binding=http port "$HTTP_PORT"
LISTENER=/subsystem=undertow/server=default-server/http-listener=default
put $LISTENER max-post-size "$REQUEST_BYTES"
put $LISTENER max-header-size 65536
put $LISTENER max-headers 100
put $LISTENER max-parameters 500
put $LISTENER no-request-timeout 60000
put $LISTENER request-parse-timeout 20000
put $LISTENER tcp-backlog 4096
# Deskbell reads X-Forwarded-* itself, and only from deskbell.proxies; Undertow would believe everybody.
put $LISTENER proxy-address-forwarding false
put /subsystem=io/worker=default task-max-threads "$HTTP_THREADS"

there /subsystem=undertow/configuration=filter/gzip=deskbell
TEXT='(text/(html|plain|css|javascript)|application/(javascript|json)|image/svg\\+xml)(;.*)?'
there "$HOST/filter-ref=deskbell"
put "$HOST/filter-ref=deskbell" predicate "\"exists('%{o,Content-Type}') and regex(pattern='$TEXT', value='%{o,Content-Type}', full-match=true)\""

if [ "$DRIVER" = postgresql ]; then
  there /subsystem=datasources/jdbc-driver=postgresql \
    'driver-name=postgresql,driver-module-name=org.postgresql,driver-class-name=org.postgresql.Driver'
fi
POOL=/subsystem=datasources/data-source=deskbell
there $POOL "jndi-name=\"java:/jdbc/deskbell\",driver-name=$DRIVER,connection-url=$(quote "$DB_URL")"
put $POOL driver-name $DRIVER
put $POOL connection-url "$(quote "$DB_URL")"
put $POOL user-name "$(quote "$DB_USER")"
if [ -n "$DB_PASSWORD" ]; then
  put $POOL password "$(quote "$DB_PASSWORD")"
else
  echo "$POOL:undefine-attribute(name=password)" >> "$commands"
fi
put $POOL min-pool-size "$DB_POOL_MIN"
put $POOL max-pool-size "$DB_POOL_MAX"
put $POOL blocking-timeout-wait-millis 5000
put $POOL query-timeout 30
put $POOL validate-on-match true
put $POOL background-validation false
put $POOL valid-connection-checker-class-name '"org.jboss.jca.adapters.jdbc.extensions.novendor.JDBC4ValidConnectionChecker"'
put $POOL prepared-statements-cache-size 100
for property in socketTimeout options reWriteBatchedInserts; do gone "$POOL/connection-properties=$property"; done
if [ "$DRIVER" = postgresql ]; then
  there "$POOL/connection-properties=socketTimeout" "value=$(quote "$DB_SILENCE")"
  there "$POOL/connection-properties=options" "value=$(quote "$DB_OPTIONS")"
  there "$POOL/connection-properties=reWriteBatchedInserts" 'value=true'
fi

MAIL=/subsystem=mail/mail-session=deskbell
BINDING=/socket-binding-group=standard-sockets/remote-destination-outbound-socket-binding=deskbell-mail
gone $MAIL
gone $BINDING
if [ -n "$MAIL_HOST" ]; then
  there $BINDING "host=$(quote "$MAIL_HOST"),port=$MAIL_PORT"
  there $MAIL "jndi-name=\"java:/mail/deskbell\",from=$(quote "$MAIL_FROM")"
  server=outbound-socket-binding-ref=deskbell-mail
  case $MAIL_TLS in
    starttls) server=$server,tls=true ;;
    tls) server=$server,ssl=true ;;
  esac
  [ -z "$MAIL_USER" ] || server="$server,username=$(quote "$MAIL_USER"),password=$(quote "$MAIL_PASSWORD")"
  there $MAIL/server=smtp "$server"
fi

if [ -n "$WAR" ]; then
  [ -f "$WAR" ] || stop "There is no WAR $WAR."
  # The WAR stays as it is; its jboss-web.xml with a context root is laid over it. (A name such as help#desk.war would
  # say the same, but WildFly 39 does not find beans.xml in it.)
  overlay=$(mktemp)
  unzip -p "$WAR" WEB-INF/jboss-web.xml | sed "s:</jboss-web>:  <context-root>$CONTEXT_PATH</context-root>\n&:" > "$overlay"
  grep -q context-root "$overlay" || stop "There is no Deskbell in $WAR."
  sum=$(sha1sum "$WAR" | cut -c1-40)
  over=$(sha1sum "$overlay" | cut -c1-40)
  present=$(tr -d '\n' < "$BASE/configuration/standalone.xml" \
    | grep -o "<deployment name=\"deskbell.war\" runtime-name=\"deskbell.war\">[^/]*<content sha1=\"$sum\"/>.*content=\"$over\"" || true)
  if [ -z "$present" ]; then
    cat >> "$commands" <<CLI
if (outcome == success) of /deployment-overlay=deskbell:read-resource
deployment-overlay remove --name=deskbell
end-if
if (outcome == success) of /deployment=deskbell.war:read-resource
/deployment=deskbell.war:remove
end-if
deploy "$WAR" --name=deskbell.war --runtime-name=deskbell.war
deployment-overlay add --name=deskbell --content=WEB-INF/jboss-web.xml=$overlay --deployments=deskbell.war
CLI
  fi
fi
echo stop-embedded-server >> "$commands"

JBOSS_HOME=$WILDFLY_HOME JAVA_OPTS="${JAVA_OPTS:-} -Djboss.server.base.dir=$BASE" \
  "$WILDFLY_HOME/bin/jboss-cli.sh" --file="$commands" > "$commands.log" 2>&1 \
  || { cat "$commands.log" >&2; rm -f "$commands.log"; stop "WildFly could not be set up; the reason is above."; }
if grep -q '"outcome" => "failed"' "$commands.log"; then
  cat "$commands.log" >&2; rm -f "$commands.log"; stop "WildFly could not be set up; the reason is above."
fi
rm -f "$commands.log"
echo "WildFly in $BASE is set up for Deskbell at http://$HTTP_ADDRESS:$HTTP_PORT$CONTEXT_PATH"
