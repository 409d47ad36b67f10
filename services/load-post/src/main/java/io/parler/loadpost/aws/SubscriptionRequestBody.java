package io.parler.loadpost.aws;

import io.parler.loadpost.follow.SubscriptionSettings;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import io.parler.request.OptionsParser;
import io.parler.request.RequestOptions;
import io.parler.request.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/subscriptions` and of `PATCH /v1/subscriptions/{id}`. An absent field of a
/// change leaves what it is about as it is, and an empty voice removes it. Numbers are of any type,
/// so that 1.5 isn't taken for 1.
record SubscriptionRequestBody(
        @Nullable String feedUrl,
        @Nullable String voice,
        @Nullable Map<String, Object> options,
        @Nullable Boolean respeak,
        @Nullable Object postsPerDay,
        @Nullable Boolean paused,
        @Nullable Object convertLatest) {
    private static final int MAX_ADDRESS = 2048;

    /// As in a conversion request: characters that are not text are replaced.
    SubscriptionRequestBody {
        ConversionRequestBody cleaned = new ConversionRequestBody(null, voice, options);
        voice = cleaned.voice();
        options = cleaned.options();
    }

    /// With the settings that nobody chose.
    static SubscriptionRequestBody of(String feedUrl) {
        return new SubscriptionRequestBody(feedUrl, null, null, null, null, null, null);
    }

    /// What a new subscription is about.
    ///
    /// @param latest how many posts that are there are converted
    record NewSubscription(String feedUrl, SubscriptionSettings settings, int latest) {}

    /// A new subscription.
    ///
    /// @param isPrivate whether conversions of the account are private
    /// @throws ProblemException 422 with every invalid field
    NewSubscription toDomain(boolean isPrivate) {
        List<FieldError> errors = new ArrayList<>();
        String address = Objects.requireNonNullElse(feedUrl, "").strip();
        if (address.isEmpty()) {
            errors.add(new FieldError("/feedUrl", "is missing"));
        } else if (address.length() > MAX_ADDRESS) {
            errors.add(new FieldError("/feedUrl", "has more than " + MAX_ADDRESS + " characters"));
        }
        int latest =
                number("/convertLatest", convertLatest, 0, 0, Subscriptions.MAX_LATEST, errors);
        return new NewSubscription(address, settings(Optional.empty(), isPrivate, errors), latest);
    }

    /// The settings after this change.
    ///
    /// @throws ProblemException 422 with every invalid field
    SubscriptionSettings applyTo(SubscriptionSettings before, boolean isPrivate) {
        return settings(Optional.of(before), isPrivate, new ArrayList<>());
    }

    private SubscriptionSettings settings(
            Optional<SubscriptionSettings> before, boolean isPrivate, List<FieldError> errors) {
        Optional<String> chosen =
                voice == null
                        ? before.flatMap(SubscriptionSettings::voice)
                        : voice.isEmpty()
                                ? Optional.empty()
                                : ConversionRequest.voice(voice, errors);
        RequestOptions parsed =
                options == null && before.isPresent()
                        ? before.get().options()
                        : new OptionsParser(errors).parse(options);
        int cap =
                number(
                        "/postsPerDay",
                        postsPerDay,
                        before.map(SubscriptionSettings::postsPerDay)
                                .orElse(SubscriptionSettings.DEFAULT_POSTS_PER_DAY),
                        1,
                        SubscriptionSettings.MAX_POSTS_PER_DAY,
                        errors);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        return new SubscriptionSettings(
                chosen,
                isPrivate ? parsed.orVisibility(Visibility.PRIVATE) : parsed,
                flag(respeak, before.map(SubscriptionSettings::respeak)),
                cap,
                flag(paused, before.map(SubscriptionSettings::paused)));
    }

    private static boolean flag(@Nullable Boolean given, Optional<Boolean> before) {
        return Optional.ofNullable(given).or(() -> before).orElse(false);
    }

    private static int number(
            String pointer,
            @Nullable Object given,
            int other,
            int min,
            int max,
            List<FieldError> errors) {
        if (given == null) {
            return other;
        }
        if (given instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        errors.add(new FieldError(pointer, "must be a whole number from " + min + " to " + max));
        return other;
    }
}
