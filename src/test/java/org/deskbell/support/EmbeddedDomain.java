package org.deskbell.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Payara Embedded's own domain.xml, changed: one HTTP port and no other, our store, no cluster. */
final class EmbeddedDomain {
    private final Document document;
    private final XPath paths = XPathFactory.newInstance().newXPath();

    private EmbeddedDomain(Document document) {
        this.document = document;
    }

    /** @param mail the port of a mail server, empty for none */
    static Path write(Path home, String host, int port, String url, String mail) throws Exception {
        try (InputStream original = EmbeddedDomain.class.getResourceAsStream("/config/domain.xml")) {
            EmbeddedDomain domain = new EmbeddedDomain(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(original));
            domain.closeOtherPorts();
            domain.hideTheInside();
            domain.listen(host, port);
            domain.connect(url);
            if (!mail.isEmpty()) domain.send(mail);
            Path file = home.resolve("domain.xml");
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(domain.document), new StreamResult(file.toFile()));
            return file;
        }
    }

    static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void closeOtherPorts() throws Exception {
        remove("//network-listener[@name!='http-listener']");
        remove("//protocol[@name!='http-listener']");
        remove("//virtual-server[@id='__asadmin']");
        Element jms = document.createElement("jms-service");
        jms.setAttribute("type", "DISABLED");
        jms.setAttribute("default-jms-host", "default_JMS_host");
        elements("//configs/config").get(0).appendChild(jms);
        set("//jmx-connector", "enabled", "false");
        set("//iiop-listener", "enabled", "false");
        set("//iiop-listener", "address", "127.0.0.1");
        set("//iiop-listener", "lazy-init", "true");
        set("//hazelcast-runtime-configuration", "enabled", "false");
        set("//hazelcast-config-specific-configuration", "enabled", "false");
        set("//microprofile-metrics-configuration", "enabled", "false");
        set("//virtual-server[@id='server']", "network-listeners", "http-listener");
    }

    /** Payara's /metrics and /health are for everybody by default. */
    private void hideTheInside() throws Exception {
        set("//microprofile-metrics-configuration", "enabled", "false");
        Element health = document.createElement("microprofile-healthcheck-configuration");
        health.setAttribute("enabled", "false");
        elements("//configs/config").get(0).appendChild(health);
    }

    private void listen(String host, int port) throws Exception {
        set("//network-listener[@name='http-listener']", "port", String.valueOf(port));
        set("//network-listener[@name='http-listener']", "address", host);
        set("//thread-pool[@name='http-thread-pool']", "min-thread-pool-size", "8");
        set("//thread-pool[@name='http-thread-pool']", "max-thread-pool-size", "64");
        String http = "//protocol[@name='http-listener']/http";
        set(http, "compression", "on");
        set(http, "compression-min-size-bytes", "1024");
        set(
                http,
                "compressable-mime-type",
                "text/html,text/plain,text/css,text/javascript,application/javascript,application/json,image/svg+xml");
        set(http, "xpowered-by", "false");
        set(http, "server-header", "false");
        set(http, "xframe-options", "false");
        set(http, "request-timeout-seconds", "60");
        // Payara 6.2024.8 ignores the attributes of the session cookie.
        set(http, "cookie-same-site-enabled", "true");
        set(http, "cookie-same-site-value", "Lax");
    }

    private void connect(String url) throws Exception {
        Element pool = document.createElement("jdbc-connection-pool");
        pool.setAttribute("name", "deskbell");
        boolean h2 = url.startsWith("jdbc:h2:");
        pool.setAttribute(
                "datasource-classname", h2 ? "org.h2.jdbcx.JdbcDataSource" : "org.postgresql.ds.PGSimpleDataSource");
        pool.setAttribute("res-type", "javax.sql.DataSource");
        pool.setAttribute("steady-pool-size", "4");
        pool.setAttribute("max-pool-size", "32");
        pool.setAttribute("max-wait-time-in-millis", "5000");
        pool.setAttribute("statement-timeout-in-seconds", "30");
        pool.setAttribute("is-connection-validation-required", "true");
        pool.setAttribute("connection-validation-method", "table");
        pool.setAttribute("validation-table-name", h2 ? "dual" : "pg_am");
        pool.setAttribute("validate-atmost-once-period-in-seconds", "5");
        // Statements are parsed once per connection: H2 spent an eighth of the writer on parsing.
        pool.setAttribute("statement-cache-size", "100");
        property(pool, "URL", url);
        if (h2) {
            property(pool, "User", "deskbell");
            property(pool, "Password", "");
        } else {
            // As in deployment/settings.sh: a database behind a dead line is given up, and gives up its locks.
            property(pool, "SocketTimeout", "40");
            property(pool, "Options", "--idle_in_transaction_session_timeout=10s");
        }
        Element resource = document.createElement("jdbc-resource");
        resource.setAttribute("pool-name", "deskbell");
        resource.setAttribute("jndi-name", "jdbc/deskbell");
        Element reference = document.createElement("resource-ref");
        reference.setAttribute("ref", "jdbc/deskbell");
        Element resources = elements("/domain/resources").get(0);
        resources.appendChild(resource);
        resources.appendChild(pool);
        elements("/domain/servers/server").get(0).appendChild(reference);
    }

    /** As deployment/payara/configure.sh does it. */
    private void send(String port) throws Exception {
        Element mail = document.createElement("mail-resource");
        mail.setAttribute("jndi-name", "mail/deskbell");
        mail.setAttribute("host", "127.0.0.1");
        mail.setAttribute("user", "");
        mail.setAttribute("from", "chat@deskbell.example");
        property(mail, "mail-smtp-port", port);
        Element reference = document.createElement("resource-ref");
        reference.setAttribute("ref", "mail/deskbell");
        elements("/domain/resources").get(0).appendChild(mail);
        elements("/domain/servers/server").get(0).appendChild(reference);
    }

    private void property(Element parent, String name, String value) {
        Element property = document.createElement("property");
        property.setAttribute("name", name);
        property.setAttribute("value", value);
        parent.appendChild(property);
    }

    private void set(String path, String attribute, String value) throws Exception {
        for (Element element : elements(path)) {
            element.setAttribute(attribute, value);
        }
    }

    private void remove(String path) throws Exception {
        for (Element element : elements(path)) {
            element.getParentNode().removeChild(element);
        }
    }

    private List<Element> elements(String path) throws Exception {
        NodeList found = (NodeList) paths.evaluate(path, document, XPathConstants.NODESET);
        if (found.getLength() == 0) {
            throw new IllegalStateException("Payara's domain.xml has no " + path);
        }
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }
}
