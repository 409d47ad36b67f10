package io.parler.request;

import java.util.Locale;

/// A kind of content that can be read in full, announced or skipped, with its default.
public enum ContentKind {
    CODE(Policy.ANNOUNCE),
    TABLES(Policy.ANNOUNCE),
    FIGURES(Policy.ANNOUNCE),
    FOOTNOTES(Policy.SKIP),
    URLS(Policy.ANNOUNCE),
    FORMULAS(Policy.ANNOUNCE),
    QUOTES(Policy.ANNOUNCE),
    EMOJI(Policy.SKIP);

    private final Policy defaultPolicy;

    ContentKind(Policy defaultPolicy) {
        this.defaultPolicy = defaultPolicy;
    }

    public Policy defaultPolicy() {
        return defaultPolicy;
    }

    /// Its name among the options of a request.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
