package io.parler.deploy.stack;

import io.parler.deploy.terminal.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why an operation on a stack failed, in one sentence.
public final class FailureReason {
    private static final Pattern HANDLER =
            Pattern.compile(
                    "Resource handler returned message: \"(.*)\"\\s*\\(RequestToken: .*\\)",
                    Pattern.DOTALL);
    private static final Pattern REQUEST_DETAILS =
            Pattern.compile(
                    "\\s*\\((?:Service|Status Code|SDK Attempt Count|RequestToken): [^()]*(?:\\([^()]*\\)[^()]*)*\\)");

    private FailureReason() {}

    /// Takes the first failure that is not a consequence of another.
    ///
    /// @param events oldest first
    public static String of(String stack, List<StackEvent> events) {
        return events.stream()
                .filter(StackEvent::isFailure)
                .filter(event -> !event.isOfTheStack() && !isConsequence(event))
                .findFirst()
                .map(event -> stack + ": " + sentence(event))
                .or(
                        () ->
                                events.stream()
                                        .filter(event -> event.isOfTheStack() && hasReason(event))
                                        .findFirst()
                                        .map(event -> stack + ": " + ended(clean(event.reason()))))
                .orElse(stack + " failed; CloudFormation gives no reason.");
    }

    private static String sentence(StackEvent event) {
        String what = "the " + Words.noun(event.type()) + " " + event.resource();
        String verb =
                switch (event.state()) {
                    case "CREATE_FAILED" -> "created";
                    case "DELETE_FAILED" -> "deleted";
                    default -> "updated";
                };
        String reason = clean(event.reason());
        return what + " could not be " + verb + (reason.isEmpty() ? "." : ": " + ended(reason));
    }

    /// A resource that was stopped because another one failed.
    private static boolean isConsequence(StackEvent event) {
        return event.reason().matches("(?i)Resource (creation|update|deletion) cancelled.*");
    }

    private static boolean hasReason(StackEvent event) {
        return !event.reason().isBlank()
                && !event.reason().equals("User Initiated")
                && (event.isFailure() || event.state().contains("ROLLBACK"));
    }

    /// Without the frame of the resource's handler and without request ids.
    static String clean(String reason) {
        Matcher framed = HANDLER.matcher(reason);
        String message = framed.find() ? framed.group(1) : reason;
        return REQUEST_DETAILS.matcher(message).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    private static String ended(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
