package io.parler.loadpost.load;

import io.parler.loadpost.fetch.Fetch;

/// Why an address gave no posts, no article or no cover. Each is expected, and told to the user.
public enum Refusal {
    URL_INVALID,
    URL_NOT_ALLOWED,
    SITE_UNREACHABLE,
    SITE_TIMEOUT,
    SITE_REFUSED,
    PAGE_NOT_FOUND,
    PAGE_TOO_LARGE,
    NO_FEED,
    UNREADABLE_FEED,
    NOT_HTML,
    NO_ARTICLE,
    POST_NOT_FOUND,
    NO_PICTURE;

    static Refusal of(Fetch.Reason reason) {
        return switch (reason) {
            case URL_INVALID -> URL_INVALID;
            case URL_NOT_ALLOWED -> URL_NOT_ALLOWED;
            case SITE_UNREACHABLE -> SITE_UNREACHABLE;
            case SITE_TIMEOUT -> SITE_TIMEOUT;
            case SITE_REFUSED -> SITE_REFUSED;
            case PAGE_NOT_FOUND -> PAGE_NOT_FOUND;
            case PAGE_TOO_LARGE -> PAGE_TOO_LARGE;
        };
    }
}
