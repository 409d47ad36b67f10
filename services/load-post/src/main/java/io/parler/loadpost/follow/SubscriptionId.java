package io.parler.loadpost.follow;

import io.parler.id.RandomText;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A subscription's id.
public record SubscriptionId(String value) {
    private static final Pattern VALID = Pattern.compile("sub_[a-z2-7]{24}");

    public SubscriptionId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a subscription id");
        }
    }

    /// Empty when the text isn't an id.
    public static Optional<SubscriptionId> parse(String text) {
        return VALID.matcher(text).matches()
                ? Optional.of(new SubscriptionId(text))
                : Optional.empty();
    }

    static SubscriptionId generate(RandomGenerator random) {
        return new SubscriptionId("sub_" + RandomText.of(24, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
