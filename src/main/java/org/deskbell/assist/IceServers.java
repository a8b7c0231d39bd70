package org.deskbell.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * The servers two browsers need to find each other, with credentials that are made for one call and end soon: the "TURN REST API"
 * convention (draft-uberti-behave-turn-rest-00), which coturn, eturnal and others know.
 */
@ApplicationScoped
public class IceServers {
    private static final Duration VALID = Duration.ofMinutes(10);

    private final Settings settings;
    private final Clock clock;

    @Inject
    public IceServers(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For the container's proxy. */
    IceServers() {
        this(null, null);
    }

    /** Those for the call of this request. Where no secret is set, none that relays: an open relay is for everybody. */
    public List<IceServer> forCall(String request) {
        List<String> all = Stream.of(settings.text(Setting.ICE).split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        List<String> stun =
                all.stream().filter(address -> address.startsWith("stun")).toList();
        List<String> turn =
                all.stream().filter(address -> address.startsWith("turn")).toList();
        List<IceServer> servers = new ArrayList<>();
        if (!stun.isEmpty()) servers.add(new IceServer(stun, null, null));
        String secret = settings.text(Setting.TURN_SECRET);
        if (!turn.isEmpty() && !secret.isEmpty()) {
            String username = clock.instant().plus(VALID).getEpochSecond() + ":" + request;
            servers.add(new IceServer(turn, username, signed(username, secret)));
        }
        return servers;
    }

    /** Whether calls go by those that relay alone, so that neither end learns the other's address. */
    public boolean relayOnly() {
        return settings.flag(Setting.ICE_RELAY);
    }

    private static String signed(String username, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }
}
