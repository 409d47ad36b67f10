package io.parler.postconversion.aws;

import io.parler.http.Caller;
import io.parler.postconversion.collection.CollectionRequest;
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

/// The body of `POST /v1/collections`. The number is of any type, so that 1.5 isn't taken for 1.
record CollectionRequestBody(
        @Nullable String feedUrl,
        @Nullable Object latest,
        @Nullable String voice,
        @Nullable Map<String, Object> options) {
    private static final int MAX_ADDRESS = 2048;

    /// As in a conversion request: characters that are not text are replaced.
    CollectionRequestBody {
        ConversionRequestBody cleaned = new ConversionRequestBody(null, voice, options);
        voice = cleaned.voice();
        options = cleaned.options();
    }

    /// Throws ProblemException with every invalid field.
    CollectionRequest toDomain(Caller caller) {
        List<FieldError> errors = new ArrayList<>();
        String address = Objects.requireNonNullElse(feedUrl, "").strip();
        if (address.isEmpty()) {
            errors.add(new FieldError("/feedUrl", "is missing"));
        } else if (address.length() > MAX_ADDRESS) {
            errors.add(new FieldError("/feedUrl", "has more than " + MAX_ADDRESS + " characters"));
        }
        int posts = CollectionRequest.MAX_POSTS;
        if (latest instanceof Integer n && n >= 1 && n <= CollectionRequest.MAX_POSTS) {
            posts = n;
        } else if (latest != null) {
            errors.add(
                    new FieldError(
                            "/latest",
                            "must be a whole number from 1 to " + CollectionRequest.MAX_POSTS));
        }
        Optional<String> chosen = ConversionRequest.voice(voice, errors);
        RequestOptions parsed = new OptionsParser(errors).parse(options);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        RequestOptions all = caller.isPrivate() ? parsed.orVisibility(Visibility.PRIVATE) : parsed;
        return new CollectionRequest(address, posts, chosen, all.json());
    }
}
