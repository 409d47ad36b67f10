package io.parler.local.stepfunctions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The token of a task, which a program gives back with the task's result.
///
/// @param execution the ARN of the execution
/// @param attempt the attempt's own token in the journal
record TaskToken(String execution, String attempt) {
    private static final String SEPARATOR = " ";

    static String of(String execution, String attempt) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((execution + SEPARATOR + attempt).getBytes(StandardCharsets.UTF_8));
    }

    /// Empty if the text is no token.
    static Optional<TaskToken> parse(String text) {
        try {
            String token = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = token.indexOf(SEPARATOR);
            return separator < 0
                    ? Optional.empty()
                    : Optional.of(
                            new TaskToken(
                                    token.substring(0, separator), token.substring(separator + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
