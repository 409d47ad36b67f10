package io.parler.frontend.aws;

import io.parler.frontend.podcast.Categories;
import io.parler.frontend.podcast.PodcastSettings;
import io.parler.post.PostAddress;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.text.TextCharacters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/podcasts` and of `PATCH /v1/podcasts/{id}`. An absent field of a change
/// leaves what it is about as it is, and an empty one removes it where it may be absent.
record PodcastRequestBody(
        @Nullable String title,
        @Nullable String description,
        @Nullable String link,
        @Nullable String language,
        @Nullable String author,
        @Nullable String ownerEmail,
        @Nullable List<String> categories,
        @Nullable Boolean explicit,
        @Nullable String blog,
        @Nullable String visibility,
        @Nullable List<String> txt,
        @Nullable Boolean locked,
        @Nullable String color) {
    private static final int MAX_TITLE = 255;
    private static final int MAX_DESCRIPTION_BYTES = 4000;
    private static final int MAX_ADDRESS = 2048;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_CATEGORIES = 3;
    private static final int MAX_TXT = 10;
    private static final int MAX_TXT_LENGTH = 4000;
    private static final String DEFAULT_COLOR = "#1f3a5f";
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final Pattern WEB = Pattern.compile("https?://");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    /// The settings of a new show.
    ///
    /// @throws ProblemException when a field is missing or invalid
    PodcastSettings toDomain() {
        return settings(Optional.empty());
    }

    /// The settings of a show after this change.
    ///
    /// @throws ProblemException when a field is invalid
    PodcastSettings applyTo(PodcastSettings before) {
        return settings(Optional.of(before));
    }

    private PodcastSettings settings(Optional<PodcastSettings> before) {
        List<FieldError> errors = new ArrayList<>();
        PodcastSettings settings =
                new PodcastSettings(
                        text("/title", title, before.map(PodcastSettings::title), errors),
                        description(before, errors),
                        address(
                                "/link",
                                text("/link", link, before.map(PodcastSettings::link), errors),
                                errors),
                        matching(
                                "/language",
                                text(
                                        "/language",
                                        language,
                                        before.map(PodcastSettings::language),
                                        errors),
                                LANGUAGE,
                                "is not a language tag such as en-US",
                                errors),
                        text("/author", author, before.map(PodcastSettings::author), errors),
                        optional(ownerEmail, before.flatMap(PodcastSettings::ownerEmail))
                                .map(given -> email(given, errors)),
                        categories(before, errors),
                        Optional.ofNullable(explicit)
                                .or(() -> before.map(PodcastSettings::explicit))
                                .orElse(false),
                        optional(blog, before.flatMap(PodcastSettings::blog))
                                .map(given -> address("/blog", given, errors)),
                        isPrivate(before, errors),
                        txt(before, errors),
                        Optional.ofNullable(locked)
                                .or(() -> before.map(PodcastSettings::locked))
                                .orElse(true),
                        matching(
                                "/color",
                                Optional.ofNullable(color)
                                        .or(() -> before.map(PodcastSettings::color))
                                        .orElse(DEFAULT_COLOR),
                                COLOR,
                                "is not a color such as " + DEFAULT_COLOR,
                                errors));
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        return settings;
    }

    private String description(Optional<PodcastSettings> before, List<FieldError> errors) {
        String text =
                Optional.ofNullable(description)
                        .map(given -> TextCharacters.cleaned(given).strip())
                        .or(() -> before.map(PodcastSettings::description))
                        .orElse("");
        if (text.isEmpty()) {
            errors.add(new FieldError("/description", "is missing"));
        } else if (text.getBytes(StandardCharsets.UTF_8).length > MAX_DESCRIPTION_BYTES) {
            errors.add(
                    new FieldError(
                            "/description", "has more than " + MAX_DESCRIPTION_BYTES + " bytes"));
        }
        return text;
    }

    private static String text(
            String pointer,
            @Nullable String given,
            Optional<String> before,
            List<FieldError> errors) {
        String text =
                Optional.ofNullable(given)
                        .map(it -> TextCharacters.cleaned(it).strip())
                        .or(() -> before)
                        .orElse("");
        int max = pointer.equals("/link") ? MAX_ADDRESS : MAX_TITLE;
        if (text.isEmpty()) {
            errors.add(new FieldError(pointer, "is missing"));
        } else if (text.length() > max) {
            errors.add(new FieldError(pointer, "has more than " + max + " characters"));
        }
        return text;
    }

    /// An absent field is as it was; an empty one is removed.
    private static Optional<String> optional(@Nullable String given, Optional<String> before) {
        return given == null
                ? before
                : Optional.of(TextCharacters.cleaned(given).strip()).filter(it -> !it.isEmpty());
    }

    private static String email(String given, List<FieldError> errors) {
        if (given.length() > MAX_EMAIL || !EMAIL.matcher(given).matches()) {
            errors.add(new FieldError("/ownerEmail", "is not an e-mail address"));
        }
        return given;
    }

    private static String address(String pointer, String given, List<FieldError> errors) {
        if (!given.isEmpty()
                && (given.length() > MAX_ADDRESS
                        || !WEB.matcher(given).lookingAt()
                        || PostAddress.of(given).isEmpty())) {
            errors.add(
                    new FieldError(pointer, "is not a web address such as https://example.com/"));
        }
        return given;
    }

    private static String matching(
            String pointer, String given, Pattern pattern, String detail, List<FieldError> errors) {
        if (!given.isEmpty() && !pattern.matcher(given).matches()) {
            errors.add(new FieldError(pointer, detail));
        }
        return given;
    }

    private List<String> categories(Optional<PodcastSettings> before, List<FieldError> errors) {
        List<String> given =
                Objects.requireNonNullElseGet(
                        categories,
                        () -> before.map(PodcastSettings::categories).orElse(List.of()));
        if (given.isEmpty()) {
            errors.add(new FieldError("/categories", "is missing"));
        } else if (given.size() > MAX_CATEGORIES) {
            errors.add(
                    new FieldError(
                            "/categories", "has more than " + MAX_CATEGORIES + " categories"));
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String category = given.get(i);
            if (category == null || !Categories.has(category)) {
                errors.add(
                        new FieldError("/categories/" + i, "is not a category of Apple Podcasts"));
            } else if (!known.contains(category)) {
                known.add(category);
            }
        }
        return known;
    }

    private boolean isPrivate(Optional<PodcastSettings> before, List<FieldError> errors) {
        if (visibility == null) {
            return before.map(PodcastSettings::isPrivate).orElse(false);
        }
        if (!visibility.equals("public") && !visibility.equals("private")) {
            errors.add(new FieldError("/visibility", "is neither public nor private"));
        }
        return visibility.equals("private");
    }

    private List<String> txt(Optional<PodcastSettings> before, List<FieldError> errors) {
        List<String> given =
                Objects.requireNonNullElseGet(
                        txt, () -> before.map(PodcastSettings::txt).orElse(List.of()));
        List<String> lines = new ArrayList<>();
        if (given.size() > MAX_TXT) {
            errors.add(new FieldError("/txt", "has more than " + MAX_TXT + " lines"));
        }
        for (int i = 0; i < given.size(); i++) {
            String line = TextCharacters.cleaned(Objects.requireNonNullElse(given.get(i), ""));
            if (line.isBlank() || line.length() > MAX_TXT_LENGTH) {
                errors.add(
                        new FieldError(
                                "/txt/" + i,
                                "is not a text of 1 to " + MAX_TXT_LENGTH + " characters"));
            } else {
                lines.add(line.strip());
            }
        }
        return lines;
    }
}
