package org.deskbell.support;

import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way into Deskbell by HTTP, found in its code and its pages: who adds one has to say in the tests who may use it. */
public final class HttpDoors {
    private static final Path CODE = Path.of("src/main/java");
    private static final Path PAGES = Path.of("webapp");
    private static final Set<String> CHANGING = Set.of("doPost", "doPut", "doDelete", "doPatch", "service");

    private HttpDoors() {}

    /** The Faces pages by their addresses without the ending, such as {@code console/account}. */
    public static Set<String> pages() {
        return files(PAGES, ".xhtml").stream()
                .filter(page -> !page.startsWith("WEB-INF"))
                .map(page -> page.substring(0, page.length() - ".xhtml".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses of all servlets, as their annotations say them. */
    public static Set<String> servlets() {
        return classes(WebServlet.class)
                .map(type -> type.getAnnotation(WebServlet.class))
                .flatMap(servlet -> Stream.of(servlet.value(), servlet.urlPatterns()))
                .flatMap(Arrays::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses of all sockets. */
    public static Set<String> sockets() {
        return classes(ServerEndpoint.class)
                .map(type -> type.getAnnotation(ServerEndpoint.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the servlets that answer anything but what asks only. */
    public static Set<String> changing() {
        return classes(WebServlet.class)
                .filter(type -> Stream.of(type.getDeclaredMethods())
                        .map(Method::getName)
                        .anyMatch(CHANGING::contains))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<? extends Class<?>> classes(Class<? extends Annotation> annotation) {
        return files(CODE, ".java").stream()
                .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                .filter(name -> !name.endsWith("-info"))
                .map(HttpDoors::load)
                .filter(type -> type.isAnnotationPresent(annotation));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, HttpDoors.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static List<String> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(ending))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
