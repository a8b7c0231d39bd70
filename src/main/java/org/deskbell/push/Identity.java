package org.deskbell.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.deskbell.settings.PushPair;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * Who we are to push services: a pair of keys, the operator's or made once for all nodes, and where they reach who runs this server. Without such an
 * address nothing is pushed: some of them refuse who has none.
 */
@ApplicationScoped
public class Identity {
    private static final String THERE_ALREADY = "23505";

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Settings settings;

    private volatile PushPair pair;

    /** Where whoever runs this server is reached; empty where nothing is pushed. */
    public Optional<String> subject() {
        return settings.find(Setting.PUSH_SUBJECT)
                .or(() -> settings.find(Setting.ADDRESS).filter(address -> address.startsWith("https://")));
    }

    /** What browsers subscribe for, in base64url. Fails with {@link IllegalStateException} where the store does not answer. */
    public String publicKey() {
        return pair().openText();
    }

    VAPIDKeyPair keys() {
        return VAPIDKeyPairs.of(
                PrivateKeySources.ofECPrivateKey(pair().secret()), PublicKeySources.ofECPublicKey(pair().open()));
    }

    private PushPair pair() {
        PushPair known = pair;
        if (known == null) pair = known = settings.pushPair().orElseGet(this::ofTheHouse);
        return known;
    }

    private PushPair ofTheHouse() {
        try (Connection connection = source.getConnection()) {
            Optional<PushPair> found = read(connection);
            if (found.isPresent()) return found.get();
            insert(connection, PushPair.make());
            return read(connection).orElseThrow();
        } catch (SQLException failure) {
            throw new IllegalStateException("The keys for push services were not reached", failure);
        }
    }

    private static Optional<PushPair> read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select public_key, private_key from push_key where id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(PushPair.read(row.getString(1), row.getString(2))) : Optional.empty();
        }
    }

    private static void insert(Connection connection, PushPair made) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into push_key (id, public_key, private_key) values (1, ?, ?)")) {
            insert.setString(1, made.openText());
            insert.setString(2, made.secretText());
            insert.executeUpdate();
        } catch (SQLException failure) {
            // Another node was quicker, and its keys are ours.
            if (!THERE_ALREADY.equals(failure.getSQLState())) throw failure;
        }
    }
}
