package io.parler.postconversion.usage;

/// The most characters that may be used in a month: by one account, and by all accounts together.
public record MonthlyCaps(long account, long installation) {
    /// Which of the two.
    public enum Cap {
        ACCOUNT,
        INSTALLATION
    }

    long of(Cap cap) {
        return switch (cap) {
            case ACCOUNT -> account;
            case INSTALLATION -> installation;
        };
    }
}
