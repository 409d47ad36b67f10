package io.parler.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The types of problems, as `contracts/problems.json` lists them: title, status and help are
/// written only there.
public enum ProblemType {
    NO_FEED,
    UNREADABLE_FEED,
    URL_INVALID,
    URL_NOT_ALLOWED,
    SITE_UNREACHABLE,
    SITE_TIMEOUT,
    PAGE_NOT_FOUND,
    SITE_REFUSED,
    PAGE_TOO_LARGE,
    NOT_HTML,
    NO_ARTICLE,
    NO_AUDIO,
    NO_PICTURE,
    POST_NOT_FOUND,
    FORMAT_NOT_OFFERED,
    INVALID_JSON,
    INVALID_BODY,
    INVALID_PARAMETER,
    IDEMPOTENCY_KEY_REUSED,
    REQUEST_IN_FLIGHT,
    BODY_TOO_LARGE,
    QUOTA_EXCEEDED,
    TOO_MANY_REQUESTS,
    SIGN_IN_REQUIRED,
    KEY_MISTYPED,
    KEY_UNKNOWN,
    KEY_REVOKED,
    KEY_EXPIRED,
    SESSION_ENDED,
    SCOPE_MISSING,
    FOREIGN_ORIGIN,
    UNAVAILABLE,
    UNKNOWN_VOICE,
    NO_VOICE_FOR_LANGUAGE,
    LANGUAGE_NOT_SPOKEN,
    TEXT_TOO_LONG,
    TEXT_TOO_COMPLEX,
    TIMING_NOT_AVAILABLE,
    NO_SAMPLE,
    SPEECH_REFUSED,
    CONVERSION_NOT_FOUND,
    CONVERSION_NOT_COMPLETED,
    CONVERSION_DELETED,
    CONVERSION_DEAD_LETTER,
    COLLECTION_NOT_FOUND,
    COLLECTION_STATE,
    PODCAST_NOT_FOUND,
    SUBSCRIPTION_NOT_FOUND,
    NOT_FOUND,
    INTERNAL_ERROR;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private static final class Descriptions {
        static final Map<String, ProblemDescription> BY_SLUG = ProblemDescription.readAll();
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return description().title();
    }

    public int status() {
        return description().status();
    }

    /// What a person can do about it.
    public String help() {
        return description().help();
    }

    /// The address of the page about it.
    public String path() {
        return "/problems/" + slug;
    }

    private ProblemDescription description() {
        return Objects.requireNonNull(Descriptions.BY_SLUG.get(slug), slug);
    }
}
