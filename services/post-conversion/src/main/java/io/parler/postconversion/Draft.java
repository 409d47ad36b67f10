package io.parler.postconversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request as the caller sent it: anything may be missing, or too much.
public record Draft(@Nullable DraftSource source, @Nullable String voice, DraftOptions options) {
    private static final int LONGEST_VOICE = 64;

    /// How the check of a draft ended.
    public sealed interface Checked {
        record Valid(ConversionRequest request) implements Checked {}

        record Invalid(List<Violation> violations) implements Checked {}

        record TooLong(int characters, int most) implements Checked {}
    }

    public Checked check() {
        List<Violation> violations = new ArrayList<>();
        Optional<Source> checked = checkSource(violations);
        if (voice != null && (voice.isBlank() || voice.length() > LONGEST_VOICE)) {
            violations.add(
                    new Violation(
                            "/voice", "must be the id of a voice; GET /v1/voices lists them"));
        }
        Options wanted = options.check(violations);
        if (checked.isPresent()
                && checked.get() instanceof Source.Text text
                && text.characters() > DraftSource.LONGEST_TEXT) {
            return new Checked.TooLong(text.characters(), DraftSource.LONGEST_TEXT);
        }
        if (checked.isEmpty() || !violations.isEmpty()) {
            return new Checked.Invalid(List.copyOf(violations));
        }
        return new Checked.Valid(
                new ConversionRequest(checked.get(), Optional.ofNullable(voice), wanted));
    }

    private Optional<Source> checkSource(List<Violation> violations) {
        if (source == null) {
            violations.add(new Violation("/source", "is missing: say what to convert"));
            return Optional.empty();
        }
        return source.check(violations);
    }
}
