package io.parler.frontend.aws;

import io.parler.frontend.Audio;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.frontend.RequestSummary;
import io.parler.id.ConversionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A library entry as an item of the table Library: the attributes of its request, and those of its
/// end.
final class LibraryItem {
    /// The attributes of a failure.
    static final List<String> PROBLEM = List.of("problemType", "problemTitle", "problemDetail");

    /// Every attribute that an entry is made of, but its summary and its chapters.
    static final List<String> BRIEF =
            List.of(
                    "accountId",
                    "id",
                    "attempt",
                    "title",
                    "ownTitle",
                    "voice",
                    "audioKey",
                    "bytes",
                    "seconds",
                    "visibility",
                    "sourceUrl",
                    "author",
                    "published",
                    "vttKey",
                    "transcriptKey",
                    "chaptersKey",
                    "problemType",
                    "problemTitle",
                    "problemDetail",
                    "requestTitle",
                    "requestUrl",
                    "requestVoice",
                    "requestBody",
                    "requestVisibility");

    private static final String PRIVATE = "private";
    private static final String PUBLIC = "public";

    private LibraryItem() {}

    /// The attributes that say how it ended.
    static Map<String, AttributeValue> end(LibraryEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>();
        switch (entry) {
            case Completed completed -> {
                item.put("title", text(completed.title()));
                item.put("voice", text(completed.voice()));
                item.put("audioKey", text(completed.audio().key()));
                item.put("bytes", number(completed.audio().bytes()));
                item.put(
                        "seconds",
                        AttributeValue.fromN(Double.toString(completed.audio().seconds())));
                if (completed.isPrivate()) {
                    item.put("visibility", text(PRIVATE));
                }
                completed.sourceUrl().ifPresent(url -> item.put("sourceUrl", text(url)));
                DetailsItem.put(completed.details(), item);
            }
            case Failed failed -> {
                item.put("problemType", text(failed.problem().type()));
                item.put("problemTitle", text(failed.problem().title()));
                failed.problem().detail().ifPresent(it -> item.put("problemDetail", text(it)));
            }
            case Running _ -> throw new IllegalArgumentException("a running entry has no end");
        }
        return item;
    }

    /// The attributes of the request.
    static Map<String, AttributeValue> request(RequestSummary request) {
        Map<String, AttributeValue> item = new HashMap<>();
        request.title().ifPresent(it -> item.put("requestTitle", text(it)));
        request.sourceUrl().ifPresent(it -> item.put("requestUrl", text(it)));
        request.voice().ifPresent(it -> item.put("requestVoice", text(it)));
        request.body().ifPresent(it -> item.put("requestBody", text(it)));
        item.put("requestVisibility", text(request.isPrivate() ? PRIVATE : PUBLIC));
        return item;
    }

    /// Empty when none is stored.
    private static Optional<RequestSummary> request(Map<String, AttributeValue> item) {
        return optional(item, "requestVisibility")
                .map(
                        visibility ->
                                new RequestSummary(
                                        optional(item, "requestTitle"),
                                        optional(item, "requestUrl"),
                                        optional(item, "requestVoice"),
                                        visibility.equals(PRIVATE),
                                        optional(item, "requestBody")));
    }

    static Optional<ConversionId> id(Map<String, AttributeValue> item) {
        return ConversionId.parse(string(item, "id"));
    }

    static LibraryEntry entry(Map<String, AttributeValue> item) {
        ConversionId id = id(item).orElseThrow(() -> incomplete("id"));
        String accountId = string(item, "accountId");
        int attempt = Integer.parseInt(numeral(item, "attempt"));
        if (item.containsKey("audioKey")) {
            Completed completed =
                    new Completed(
                            id,
                            accountId,
                            attempt,
                            string(item, "title"),
                            optional(item, "sourceUrl"),
                            string(item, "voice"),
                            new Audio(
                                    string(item, "audioKey"),
                                    Long.parseLong(numeral(item, "bytes")),
                                    Double.parseDouble(numeral(item, "seconds"))),
                            optional(item, "visibility").filter(PRIVATE::equals).isPresent(),
                            DetailsItem.of(item));
            return optional(item, "ownTitle").map(completed::titled).orElse(completed);
        }
        if (!item.containsKey("problemType")) {
            return new Running(
                    id, accountId, request(item).orElseThrow(() -> incomplete("request")));
        }
        return new Failed(
                id,
                accountId,
                attempt,
                new ConversionProblem(
                        string(item, "problemType"),
                        string(item, "problemTitle"),
                        optional(item, "problemDetail")),
                request(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        return optional(item, name).orElseThrow(() -> incomplete(name));
    }

    private static String numeral(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .orElseThrow(() -> incomplete(name));
    }

    private static IllegalStateException incomplete(String name) {
        return new IllegalStateException("a library item has no " + name);
    }
}
