package org.deskbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Only the browser that logged in has a count of its own, only for that agent and that password. */
class DeviceCookieTest {
    private static final String HASH = "PBKDF2WithHmacSHA512:210000:salt:hash";

    private String given;

    @Test
    void theBrowserThatLoggedInIsKnown() {
        give("ada", HASH);

        assertThat(DeviceCookie.device(request(value()), "ada", HASH)).isPresent();
        assertThat(given).contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/chat/");
    }

    @Test
    void forSomebodyElseOrAnotherPasswordItIsWorthless() {
        give("ada", HASH);

        assertThat(DeviceCookie.device(request(value()), "ben", HASH)).isEmpty();
        assertThat(DeviceCookie.device(request(value()), "ada", HASH + "2")).isEmpty();
    }

    @Test
    void madeUpCookiesAreWorthless() {
        give("ada", HASH);

        for (String forged : new String[] {"", ".", "x", "x.y", "id." + value().split("\\.")[1], value() + "x"}) {
            assertThat(DeviceCookie.device(request(forged), "ada", HASH))
                    .as(forged)
                    .isEmpty();
        }
        assertThat(DeviceCookie.device(request(null), "ada", HASH)).isEmpty();
    }

    private void give(String login, String hash) {
        DeviceCookie.give(request(null), response(), login, hash, true);
    }

    private String value() {
        return given.substring(given.indexOf('=') + 1, given.indexOf(';'));
    }

    private static HttpServletRequest request(String cookie) {
        Cookie[] cookies = cookie == null ? null : new Cookie[] {new Cookie("deskbell-device", cookie)};
        return (HttpServletRequest) Proxy.newProxyInstance(
                DeviceCookieTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getCookies") ? cookies : "/chat");
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                DeviceCookieTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    given = (String) arguments[1];
                    return null;
                });
    }
}
