package io.parler.bench.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The list of files of a benchmark: one per line with id, file, URL and optionally a file with the
/// expected text, separated by tabs (or white space if there is no tab); or JSON, one object per
/// line or an array, with `id`, `file` (or `html`), `url` and `expected`.
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// A file.
    ///
    /// @param url the base for relative URLs in it
    record Item(String id, Path file, String url, Optional<Path> expected) {
        byte[] bytes() {
            return read(file);
        }

        Optional<String> expectedText() {
            return expected.map(path -> new String(read(path), StandardCharsets.UTF_8));
        }

        private static byte[] read(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new ManifestException(file + " can't be read");
            }
        }
    }

    private final Path folder;
    private final List<Item> items = new ArrayList<>();

    private Manifest(Path folder) {
        this.folder = folder;
    }

    static List<Item> read(Path manifest) {
        String text;
        try {
            text = Files.readString(manifest, StandardCharsets.UTF_8);
        } catch (IOException _) {
            throw new ManifestException("the manifest " + manifest + " can't be read");
        }
        Manifest read = new Manifest(manifest.toAbsolutePath().resolveSibling(""));
        read.parse(text);
        if (read.items.isEmpty()) {
            throw new ManifestException("the manifest " + manifest + " has no files");
        }
        return List.copyOf(read.items);
    }

    private void parse(String text) {
        if (text.stripLeading().startsWith("[")) {
            json(text, 1).forEach(item -> add(item, 1));
            return;
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.stripLeading().startsWith("{")) {
                add(json(line, number), number);
            } else {
                add(line.contains("\t") ? line.split("\t", -1) : SPACE.split(line), number);
            }
        }
    }

    private void add(String[] fields, int line) {
        boolean headings = items.isEmpty() && fields[0].strip().equals("id");
        if (!headings) {
            if (fields.length < 2) {
                throw new ManifestException("line " + line + " of the manifest has no file");
            }
            add(fields[0], fields[1], field(fields, 2), field(fields, 3), line);
        }
    }

    private static String field(String[] fields, int index) {
        return fields.length > index ? fields[index] : "";
    }

    private void add(JsonNode item, int line) {
        JsonNode file = item.hasNonNull("file") ? item.get("file") : item.path("html");
        add(
                item.path("id").asText(),
                file.asText(),
                item.path("url").asText(),
                item.path("expected").asText(),
                line);
    }

    private void add(String id, String file, String url, String expected, int line) {
        items.add(
                new Item(
                        id.strip(),
                        file(file, line),
                        url.isBlank() ? "https://example.org/" : url.strip(),
                        expected.isBlank() ? Optional.empty() : Optional.of(file(expected, line))));
    }

    private Path file(String name, int line) {
        Path path = folder.resolve(name.strip());
        Path found = Files.isRegularFile(path) ? path : Path.of(name.strip());
        if (!Files.isRegularFile(found)) {
            throw new ManifestException(
                    "line " + line + " of the manifest: there is no file " + name);
        }
        return found;
    }

    private static JsonNode json(String text, int line) {
        try {
            return JSON.readTree(text);
        } catch (IOException _) {
            throw new ManifestException("line " + line + " of the manifest is not JSON");
        }
    }
}
