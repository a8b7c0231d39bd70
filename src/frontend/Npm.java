import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs npm for the Maven build, and says what to install where it is missing: {@code java Npm.java check build test}.
 * The packages are fetched first when the lock file is newer than what is there.
 */
class Npm {

    private static final String MISSING =
            """

            Deskbell's widget, inbox and help on the page are checked, tested and bundled by Node.js 20 or newer with npm, which was not found.
            Install it and run the build again:
              Debian, Ubuntu   apt-get install nodejs npm
              macOS            brew install node
              Windows          winget install OpenJS.NodeJS.LTS
              others           https://nodejs.org/en/download
            """;

    public static void main(String[] scripts) throws Exception {
        Path folder = Path.of(System.getProperty("folder", "src/frontend"));
        Path there = folder.resolve("node_modules/.package-lock.json");
        Path lock = folder.resolve("package-lock.json");
        if (!Files.exists(there) || Files.getLastModifiedTime(there).compareTo(Files.getLastModifiedTime(lock)) < 0) {
            run(folder, "ci", "--no-audit", "--no-fund");
        }
        for (String script : scripts) {
            run(folder, "run", "--silent", script);
        }
    }

    private static void run(Path folder, String... words) throws InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(windows ? "npm.cmd" : "npm"));
        command.addAll(List.of(words));
        try {
            int code = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                System.err.println("npm " + String.join(" ", words) + " failed (" + code + ") in " + folder);
                System.exit(1);
            }
        } catch (IOException missing) {
            System.err.println(MISSING);
            System.exit(1);
        }
    }
}
