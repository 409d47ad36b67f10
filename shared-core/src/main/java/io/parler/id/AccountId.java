package io.parler.id;

import java.util.regex.Pattern;

/// The account that conversions, rules and usage belong to.
public record AccountId(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z0-9_-]{1,64}");

    /// The account of whoever runs the installation; the only one where no key is needed.
    public static final AccountId OWNER = new AccountId("owner");

    /// The name of the only account before there were others. Its data became the owner's.
    private static final String FORMER_OWNER = "public";

    public AccountId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account id: " + value);
        }
    }

    /// Reads an account of an event or a store; `public` is the owner.
    public static AccountId of(String value) {
        return value.equals(FORMER_OWNER) || value.equals(OWNER.value)
                ? OWNER
                : new AccountId(value);
    }

    /// The name under which stores keep the account's data. The owner's data stays where it was
    /// before there were accounts.
    public String storageKey() {
        return equals(OWNER) ? FORMER_OWNER : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
