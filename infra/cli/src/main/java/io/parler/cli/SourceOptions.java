package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options for the source of a conversion, and for how its parts are read.
final class SourceOptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The parts that have a policy, as named in the API.
    enum Part {
        code,
        tables,
        figures,
        footnotes,
        urls,
        formulas,
        quotes,
        emoji
    }

    enum Policy {
        read,
        announce,
        skip
    }

    enum Pace {
        slower,
        normal,
        faster
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = {
                "A post. For a feed or a site: its newest post.",
                "Default: the newest post of the built-in sample blog."
            })
    private @Nullable String url;

    @Option(
            names = "--text",
            paramLabel = "FILE",
            description = "A text file instead of a URL; - is the standard input.")
    private @Nullable Path text;

    @Option(names = "--title", paramLabel = "TITLE", description = "The title of --text.")
    private @Nullable String title;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = {
                "The language of --text, such as de or en-GB.",
                "Default: found out from the text."
            })
    private @Nullable String language;

    @Option(
            names = "--pace",
            paramLabel = "PACE",
            description = "How long the pauses are: ${COMPLETION-CANDIDATES} (default: normal).")
    private @Nullable Pace pace;

    @Option(
            names = "--say",
            paramLabel = "PART=HOW",
            description = {
                "How a kind of part is treated; repeatable.",
                "PART: code, tables, figures, footnotes, urls, formulas, quotes, emoji.",
                "HOW: read, announce, skip."
            })
    private Map<Part, Policy> say = new LinkedHashMap<>();

    @Option(
            names = "--include",
            paramLabel = "BLOCK",
            description =
                    "The id of a skipped part that is read all the same, as ./parler read prints it;"
                            + " repeatable.")
    private List<String> include = List.of();

    @Option(
            names = "--pronunciations",
            paramLabel = "FILE",
            description = {
                "Pronunciations, as JSON in the format of PUT /v1/pronunciations, such as",
                "{\"rules\": [{\"text\": \"kubectl\", \"alias\": \"cube control\"}]}."
            })
    private @Nullable Path pronunciations;

    @Option(
            names = "--no-normalise",
            description =
                    "Units, dates, abbreviations and the like are spoken as they are written.")
    private boolean noNormalise;

    Optional<String> url() {
        return Optional.ofNullable(url);
    }

    boolean isText() {
        return text != null;
    }

    void validate(CommandSpec command) {
        if (text != null && url != null) {
            throw UsageMessage.error(command, "Give a URL or --text, not both.");
        }
        if (title != null && text == null) {
            throw UsageMessage.error(command, "--title needs --text.");
        }
        if (language != null && text == null) {
            throw UsageMessage.error(command, "--language needs --text.");
        }
        if (url != null && !url.matches("(?i)https?://.+")) {
            throw UsageMessage.error(
                    command,
                    "Not a web address: " + url + " (it must start with http:// or https://).");
        }
        if (text != null && !isStandardInput(text) && !Files.isReadable(text)) {
            throw UsageMessage.error(command, "--text: " + text + " can't be read.");
        }
        if (pronunciations != null && !Files.isReadable(pronunciations)) {
            throw UsageMessage.error(
                    command, "--pronunciations: " + pronunciations + " can't be read.");
        }
    }

    /// Builds the request. The API is used to find out which post a URL means.
    ObjectNode request(ApiClient api, URI origin) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode source = request.putObject("source");
        if (text != null) {
            boolean stdin = isStandardInput(text);
            source.put("title", title == null ? (stdin ? "Text" : name(text)) : title);
            source.put(
                    "text",
                    stdin
                            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                            : Files.readString(text));
            if (language != null) {
                source.put("language", language);
            }
        } else {
            String address = url == null ? origin + "/sample/feed.xml" : url;
            source.put("url", new PostResolver(api).resolve(address));
        }
        addOptions(request);
        return request;
    }

    /// Builds the request for the posts of a feed.
    ObjectNode collectionRequest(String feedUrl) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("feedUrl", feedUrl);
        addOptions(request);
        return request;
    }

    private void addOptions(ObjectNode request) throws IOException {
        ObjectNode options = request.putObject("options");
        say.forEach((part, policy) -> options.put(part.name(), policy.name()));
        if (!include.isEmpty()) {
            ArrayNode blocks = options.putArray("include");
            include.forEach(blocks::add);
        }
        if (pronunciations != null) {
            options.set("pronunciations", rules(pronunciations));
        }
        if (pace != null) {
            options.put("pace", pace.name());
        }
        if (noNormalise) {
            options.put("normalise", false);
        }
        if (options.isEmpty()) {
            request.remove("options");
        }
    }

    private static JsonNode rules(Path file) throws IOException {
        try {
            JsonNode content = JSON.readTree(Files.readString(file));
            return content.isArray() ? content : content.path("rules");
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new CommandException(
                    "--pronunciations: " + file + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static boolean isStandardInput(Path text) {
        return text.toString().equals("-");
    }

    private static String name(Path file) {
        return Objects.toString(file.getFileName(), "Text").replaceFirst("\\.[^.]+$", "");
    }
}
