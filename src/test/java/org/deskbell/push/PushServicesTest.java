package org.deskbell.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskbell.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushServicesTest {
    private static final String NAMED = "deskbell.push.hosts";

    @AfterEach
    void forget() {
        System.clearProperty(NAMED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://fcm.googleapis.com/fcm/send/abc, true",
        "https://FCM.googleapis.com:443/fcm/send/abc, true",
        "https://updates.push.services.mozilla.com/wpush/v2/x, true",
        "https://web.push.apple.com/x, true",
        "https://wns2-by3p.notify.windows.com/w/?token=x, true",
        "http://fcm.googleapis.com/x, false",
        "https://fcm.googleapis.com:444/x, false",
        "https://xpush.apple.com/x, false",
        "https://push.apple.com/x, false",
        "https://fcm.googleapis.com@10.0.0.1/x, false",
        "https://a@fcm.googleapis.com/x, false",
        "https://10.0.0.1/x, false",
        "https://[::1]/x, false",
        "https://push.example.com/x, true",
        "https://eu.push.example.net/x, true",
        "https://push.example.net/x, false",
        "http://localhost:8123/x, true",
        "http://localhost:8124/x, false",
        "https://localhost:8123/x, false",
        "ftp://push.example.com/x, false",
        "/x, false",
        "//fcm.googleapis.com/x, false",
        "not an address, false"
    })
    void onlyThoseThatAreKnownOrNamedAreSentTo(String endpoint, boolean taken) {
        System.setProperty(NAMED, "push.example.com, *.push.example.net, http://localhost:8123");
        assertThat(new PushServices(new Settings()).takes(endpoint)).isEqualTo(taken);
    }
}
