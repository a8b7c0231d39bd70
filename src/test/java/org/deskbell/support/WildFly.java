package org.deskbell.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** WildFly, started as standalone.sh does it, without the shell between: kill -9 must hit the server. */
final class WildFly extends RealServer {
    private static final List<String> JAVA = Stream.of(
                    "--add-exports=java.desktop/sun.awt",
                    "--add-exports=java.naming/com.sun.jndi.ldap",
                    "--add-exports=java.naming/com.sun.jndi.url.ldap",
                    "--add-exports=java.naming/com.sun.jndi.url.ldaps",
                    "--add-exports=jdk.naming.dns/com.sun.jndi.dns",
                    "--add-opens=java.base/com.sun.net.ssl.internal.ssl",
                    "--add-opens=java.base/java.lang",
                    "--add-opens=java.base/java.lang.invoke",
                    "--add-opens=java.base/java.lang.reflect",
                    "--add-opens=java.base/java.io",
                    "--add-opens=java.base/java.net",
                    "--add-opens=java.base/java.security",
                    "--add-opens=java.base/java.util",
                    "--add-opens=java.base/java.util.concurrent",
                    "--add-opens=java.management/javax.management",
                    "--add-opens=java.naming/javax.naming")
            .map(each -> each + "=ALL-UNNAMED")
            .toList();

    WildFly() {
        super("wildfly-");
    }

    @Override
    boolean isReady(String line) {
        return line.contains("WFLYSRV0025");
    }

    @Override
    String script() {
        return "deployment/wildfly/configure.sh";
    }

    @Override
    Map<String, String> environment(Path copy) {
        return Map.of("WILDFLY_HOME", home().toString(), "WILDFLY_BASE", copy.toString());
    }

    /** Undertow closes the sockets of a suspended server by itself, before a bean or a hook of the WAR is called. */
    @Override
    List<Integer> goodbyes() {
        return List.of(1001, 1012);
    }

    @Override
    Path original() {
        return home().resolve("standalone");
    }

    @Override
    List<String> command(ServerSettings settings, Path copy) {
        List<String> command = new ArrayList<>(List.of(ServerUnderTest.javaTool("java"), "-D[Standalone]"));
        command.addAll(settings.machine());
        command.addAll(List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman"));
        command.addAll(JAVA);
        command.addAll(settings.options());
        command.addAll(List.of(
                "-Djboss.home.dir=" + home(),
                "-Djboss.server.base.dir=" + copy,
                "-Djboss.management.http.port=" + Net.freePort(),
                "-Dlogging.configuration=file:" + copy.resolve("configuration/logging.properties"),
                "-jar",
                home().resolve("jboss-modules.jar").toString(),
                "-mp",
                home().resolve("modules").toString(),
                "org.jboss.as.standalone"));
        return command;
    }
}
