package org.deskbell.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Websites of other people: any name under {@code localhost}, one port, pages as a test wants them. */
final class HostPages implements AutoCloseable {

    private record Site(byte[] body, Map<String, String> headers) {}

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final Map<String, Site> pages = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    HostPages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "host-pages");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        try (exchange) {
            Site site = pages.get(exchange.getRequestURI().getPath());
            byte[] body = site == null ? new byte[0] : site.body();
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            if (site != null) {
                site.headers().forEach(exchange.getResponseHeaders()::set);
            }
            exchange.sendResponseHeaders(site == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** What was asked for so far, under whatever name. */
    List<String> asked() {
        return asked;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The origin of a website by this name, such as {@code shop.localhost}. */
    String origin(String host) {
        return "http://" + host + ":" + port();
    }

    /** Serves what stands in this file under this path. */
    void file(String path, String type, Path file) {
        pages.put(path, new Site(read(file), Map.of("Content-Type", type)));
    }

    /** Serves all that stands in this folder below this path, as it is but for this tag at the end of the pages' bodies. */
    void folder(String path, Path folder, String tag) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
                byte[] body = name.endsWith(".html") ? tagged(read(file), tag) : read(file);
                pages.put(path + "/" + name, new Site(body, Map.of("Content-Type", type)));
            });
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static byte[] tagged(byte[] html, String tag) {
        String page = new String(html, StandardCharsets.UTF_8);
        int end = page.contains("</body>") ? page.lastIndexOf("</body>") : page.length();
        return (page.substring(0, end) + tag + page.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** Serves a page under every name and returns its path. */
    String page(String html, Map<String, String> headers) {
        String path = "/page" + count.incrementAndGet();
        pages.put(path, new Site(html.getBytes(StandardCharsets.UTF_8), headers));
        return path;
    }

    String page(String html) {
        return page(html, Map.of());
    }

    /** A page with the chat of this site on it. */
    String withChat(String key, String attributes) {
        return page(
                "<!doctype html><html lang=en><meta charset=utf-8><title>A shop</title><h1>A shop</h1><a href='#there'>There</a>"
                        + tag(key, attributes));
    }

    String withChat(String key) {
        return withChat(key, "");
    }

    static String tag(String key, String attributes) {
        return "<script async src='" + People.at("widget/deskbell.js?site=" + key) + "' " + attributes + "></script>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
