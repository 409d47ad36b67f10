package io.parler.frontend.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The cookie that holds a session. Scripts can't read it, and no other site can have it sent.
///
/// A name that begins with `__Host-` is a promise of the browser: only this host has set it, over
/// https. Plain http can't have it, so there the name is another.
public final class SessionCookie {
    private static final String SECURE_NAME = "__Host-parler";
    private static final String PLAIN_NAME = "parler";

    private final boolean secure;

    /// The cookie of an origin.
    ///
    /// @param origin where the page is reached, such as `https://parler.example`
    public SessionCookie(String origin) {
        this.secure = origin.startsWith("https:");
    }

    private String name() {
        return secure ? SECURE_NAME : PLAIN_NAME;
    }

    /// The value of `Set-Cookie` that stores a signed session.
    public String set(String session, Duration age) {
        return name()
                + "="
                + session
                + "; Path=/; Max-Age="
                + age.toSeconds()
                + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    /// The value of `Set-Cookie` that deletes it.
    public String delete() {
        return set("", Duration.ZERO);
    }

    /// The signed session among the cookies of a request, each `name=value`.
    public Optional<String> find(List<String> cookies) {
        String start = name() + "=";
        return cookies.stream()
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(start))
                .map(cookie -> cookie.substring(start.length()))
                .findFirst();
    }
}
