package org.deskbell.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables of one database: brought up to date, unless they are not ours to touch. */
final class Tables {
    private static final Set<MigrationState> UNKNOWN =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED, MigrationState.MISSING_SUCCESS);

    private final Flyway flyway;

    Tables(DataSource source) {
        flyway = Flyway.configure(Tables.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .load();
    }

    /** Returns how many changes were made; throws, with a sentence for the operator, where it must not or cannot. */
    int update() {
        try {
            problem(flyway.info().all()).ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException failure) {
            throw new IllegalStateException(
                    "The tables could not be brought up to date: "
                            + failure.getMessage().strip().lines().findFirst().orElse(""),
                    failure);
        }
    }

    private static Optional<String> problem(MigrationInfo... all) {
        List<MigrationInfo> migrations = List.of(all);
        Optional<String> newer = versions(migrations.stream().filter(each -> UNKNOWN.contains(each.getState())))
                .map(version -> "The database is newer than this Deskbell: its tables are of version " + version
                        + ", and this one knows them up to "
                        + versions(migrations.stream().filter(each -> !UNKNOWN.contains(each.getState())))
                                .orElse("none")
                        + ". Start the newer Deskbell, or restore the backup from before the upgrade.");
        return newer.or(() -> versions(migrations.stream().filter(each -> each.getState() == MigrationState.FAILED))
                .map(version -> "A change of the tables, version " + version
                        + ", was broken off. Restore the backup from before the upgrade and start again."));
    }

    /** The last one of them. */
    private static Optional<String> versions(Stream<MigrationInfo> some) {
        return some.reduce((one, next) -> next).map(each -> String.valueOf(each.getVersion()));
    }
}
