package io.parler.local.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages under `/_local`: the traces of a running suite, live.
public final class TracePages {
    /// The first segment of their paths.
    public static final String ROOT = "/_local";

    /// A request that only reads is answered by one function.
    private static final int MIN_FUNCTIONS = 2;

    private static final int MAX_TRACES = 200;
    private static final Map<String, String> FILES =
            Map.of(
                    "", "text/html; charset=utf-8",
                    "/traces.js", "text/javascript; charset=utf-8",
                    "/traces.css", "text/css; charset=utf-8");

    private final Traces traces;

    public TracePages(Traces traces) {
        this.traces = traces;
    }

    /// A page, or what one loads.
    @SuppressWarnings("ArrayRecordComponent") // the body is never compared
    public record Page(String type, byte[] body) {}

    /// The page at a path, if there is one.
    ///
    /// @param path begins with [#ROOT]
    /// @param query the decoded parameters: `text` to search for, `all` to list short requests too
    public Optional<Page> get(String path, Map<String, String> query) throws IOException {
        String rest = path.substring(ROOT.length()).replaceFirst("^/$", "");
        if (rest.equals("/traces")) {
            return Optional.of(json(list(query)));
        }
        if (rest.startsWith("/traces/")) {
            return traces.get(rest.substring("/traces/".length()))
                    .map(TracePages::details)
                    .map(TracePages::json);
        }
        String type = FILES.get(rest);
        return type == null
                ? Optional.empty()
                : Optional.of(new Page(type, file(rest.isEmpty() ? "/traces.html" : rest)));
    }

    private ArrayNode list(Map<String, String> query) {
        String text = query.getOrDefault("text", "").strip();
        boolean all = query.containsKey("all") || !text.isEmpty();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        traces.latest().stream()
                .filter(trace -> all || trace.functions() >= MIN_FUNCTIONS)
                .filter(trace -> text.isEmpty() || trace.mentions(text))
                .limit(MAX_TRACES)
                .forEach(trace -> list.add(summary(trace)));
        return list;
    }

    private static ObjectNode summary(Trace trace) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", trace.id());
        json.put("title", trace.title());
        json.put("start", trace.start().toString());
        json.put("end", text(trace.end()));
        json.put("invocations", trace.invocations().size());
        json.put("failed", trace.hasFailed());
        ObjectNode ids = json.putObject("ids");
        trace.ids().forEach(ids::put);
        return json;
    }

    private static ObjectNode details(Trace trace) {
        ObjectNode json = summary(trace);
        ArrayNode invocations = json.putArray("invocations");
        for (TracedInvocation one : trace.invocations()) {
            ObjectNode invocation = invocations.addObject();
            invocation.put("function", one.function());
            invocation.put("requestId", one.requestId());
            invocation.put("start", one.start().toString());
            invocation.put("end", text(one.end()));
            invocation.put("failure", one.failure());
            invocation.put("failed", one.hasFailed());
            ArrayNode entries = invocation.putArray("entries");
            for (LogEntry entry : one.entries()) {
                ObjectNode line = entries.addObject();
                line.put("at", entry.at().toString());
                line.put("level", entry.level());
                line.put("message", entry.message());
                ObjectNode fields = line.putObject("fields");
                entry.fields().forEach(fields::put);
            }
        }
        return json;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static Page json(Object tree) {
        return new Page("application/json", tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        TracePages.class.getResourceAsStream(name.substring(1)), name)) {
            return in.readAllBytes();
        }
    }
}
