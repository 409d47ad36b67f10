package io.parler.loadpost.fetch;

/// How getting an address ended. Nothing else is expected, and nothing of this is thrown.
public sealed interface Fetch {
    record Found(Resource resource) implements Fetch {}

    /// It was not got, as is expected on the web.
    ///
    /// @param detail one sentence for the user
    record Refused(Reason reason, String detail) implements Fetch {
        public static Refused unreadable(UnreadableAddress address) {
            return new Refused(Reason.URL_INVALID, String.valueOf(address.getMessage()));
        }
    }

    enum Reason {
        URL_INVALID,
        URL_NOT_ALLOWED,
        SITE_UNREACHABLE,
        SITE_TIMEOUT,
        SITE_REFUSED,
        PAGE_NOT_FOUND,
        PAGE_TOO_LARGE
    }
}
