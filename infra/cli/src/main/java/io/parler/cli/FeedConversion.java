package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Converts the posts of a feed as a collection: one price, one confirmation, and a file for each
/// post as it is ready.
final class FeedConversion {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final ApiClient api;
    private final AudioWriter writer;
    private final SuiteSession.Connection suite;
    private final PrintWriter out;
    private final PrintWriter err;
    private final RequestRetry.Pause pause;
    private final RequestRetry retry;

    /// What is printed when the command is interrupted or fails.
    private volatile String note = "";

    /// Whether a post was converted, and its file could not be written.
    private boolean isFileMissing;

    /// The addresses of the posts whose end was printed.
    private final Set<String> printed = new HashSet<>();

    FeedConversion(
            ApiClient api,
            AudioWriter writer,
            SuiteSession.Connection suite,
            PrintWriter out,
            PrintWriter err,
            RequestRetry.Pause pause) {
        this.api = api;
        this.writer = writer;
        this.suite = suite;
        this.out = out;
        this.err = err;
        this.pause = pause;
        this.retry = new RequestRetry(pause);
    }

    /// Returns the exit code: 1 if a post could not be converted.
    ///
    /// @param request the body of `POST /v1/collections`
    /// @param yes whether nobody is asked
    int convert(ObjectNode request, boolean yes, ProgressDisplay progress) throws IOException {
        JsonNode collection = api.createCollection(request);
        String id = collection.path("id").asText();
        note = waitingNote(id);
        try (InterruptNote _ = InterruptNote.of(err, () -> note)) {
            while (status(collection).equals("preparing")) {
                progress.show("working out the price" + quoted(collection));
                collection = next(id, progress);
            }
            printEnded(collection, progress);
            if (status(collection).equals("awaiting-approval")) {
                progress.end();
                out.println(summary(collection));
                if (!yes && !Confirmation.ask(out, "Convert them?")) {
                    JsonNode _ = api.changeCollection(id, "cancel");
                    out.println("Nothing was converted.");
                    out.flush();
                    return 0;
                }
                collection = approve(id);
                printEnded(collection, progress);
                while (isBusy(collection)) {
                    progress.show(progressOf(collection));
                    collection = next(id, progress);
                    printEnded(collection, progress);
                }
            }
        } catch (IOException | RuntimeException e) {
            progress.end();
            err.println(note);
            err.flush();
            throw e;
        }
        checkFeed(collection);
        return end(collection, progress);
    }

    /// A collection says in a sentence why its feed could not be read. Reading the feed gives the
    /// problem itself, for a hint what to do about it.
    private void checkFeed(JsonNode collection) throws IOException {
        if (status(collection).equals("failed") && collection.path("posts").isEmpty()) {
            try {
                JsonNode _ = api.posts(collection.path("feedUrl").asText());
            } catch (ProblemException problem) {
                if (problem.is("url-not-allowed")) {
                    throw problem;
                }
            }
        }
    }

    private JsonNode approve(String id) throws IOException {
        // From here on it may be converted, even if the response is lost.
        note = interruptNote(id);
        try {
            return api.changeCollection(id, "approve");
        } catch (ProblemException problem) {
            if (!problem.isTransient()) {
                note = waitingNote(id);
            }
            throw problem;
        }
    }

    private static String status(JsonNode collection) {
        return collection.path("status").asText();
    }

    private static boolean isBusy(JsonNode collection) {
        return Set.of("running", "paused", "cancelling").contains(status(collection));
    }

    private JsonNode next(String id, ProgressDisplay progress) throws IOException {
        pause.take(POLL);
        return retry.send(() -> api.collection(id), progress);
    }

    private static String progressOf(JsonNode collection) {
        return status(collection).equals("paused")
                ? "paused"
                : "converted: "
                        + collection.at("/progress/completed").asInt()
                        + " of "
                        + posts(collection.at("/progress/total").asInt());
    }

    private static String quoted(JsonNode collection) {
        int total = collection.path("posts").size();
        int quoted = 0;
        for (JsonNode post : collection.path("posts")) {
            quoted += post.has("quote") || post.path("status").asText().equals("failed") ? 1 : 0;
        }
        return total == 0 ? "…" : ": " + quoted + " of " + total;
    }

    private static String summary(JsonNode collection) {
        int convertible = 0;
        for (JsonNode post : collection.path("posts")) {
            convertible += post.path("status").asText().equals("waiting") ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%s, %,d characters: $%s",
                posts(convertible),
                collection.at("/quote/characters").asLong(),
                collection.at("/quote/price/amount").decimalValue().toPlainString());
    }

    private static String posts(int count) {
        return count == 1 ? "1 post" : count + " posts";
    }

    private static String waitingNote(String id) {
        return "Nothing is converted yet: ./parler collections "
                + id
                + " --approve converts it, --cancel ends it.";
    }

    private String interruptNote(String id) {
        return "The collection goes on"
                + (suite.isTemporary() ? " when the suite runs again" : "")
                + ": ./parler collections "
                + id
                + " shows it.";
    }

    /// Writes the files of posts that were converted since, and names those that were not.
    private void printEnded(JsonNode collection, ProgressDisplay progress) throws IOException {
        for (JsonNode post : collection.path("posts")) {
            String status = post.path("status").asText();
            boolean isCompleted = status.equals("completed");
            if ((isCompleted || post.has("problem")) && printed.add(post.path("url").asText())) {
                progress.end();
                if (isCompleted) {
                    write(post, progress);
                } else {
                    report(title(post), post.path("problem").asText());
                }
            }
        }
    }

    private static String title(JsonNode post) {
        String title = post.path("title").asText();
        return title.isEmpty() ? post.path("url").asText() : title;
    }

    /// A file that can't be written is reported, and the others are written.
    private void write(JsonNode post, ProgressDisplay progress) throws IOException {
        String id = post.path("conversionId").asText();
        try {
            String file =
                    retry.send(
                            () ->
                                    writer.writeUnlessThere(
                                            suite,
                                            api,
                                            api.await(api.conversionAddress(id), _ -> {})),
                            progress);
            out.println(title(post) + ": " + file);
            out.flush();
        } catch (ProblemException problem) {
            isFileMissing = true;
            report(title(post), String.valueOf(problem.getMessage()));
        }
    }

    private int end(JsonNode collection, ProgressDisplay progress) {
        progress.end();
        if (status(collection).equals("completed") && collection.path("posts").isEmpty()) {
            throw new CommandException("There is no post to convert.");
        }
        if (collection.has("problem")) {
            err.println("parler: " + collection.path("problem").asText());
        } else if (status(collection).equals("cancelled")) {
            err.println("parler: the collection was cancelled.");
        }
        err.flush();
        boolean all =
                !isFileMissing
                        && status(collection).equals("completed")
                        && collection.at("/progress/completed").asInt()
                                == collection.at("/progress/total").asInt();
        return all ? 0 : 1;
    }

    private void report(String title, String problem) {
        err.println("parler: " + title + ": " + problem);
        err.flush();
    }
}
