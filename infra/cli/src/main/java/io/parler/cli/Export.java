package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes all recordings and podcasts of an account into a folder that any static host serves. The
/// files have the paths that they have in the installation. What is private goes into a folder of
/// its own, with pages of its own.
final class Export {
    static final String PRIVATE = "private";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_NAME = 100;

    private final ApiClient api;
    private final URI origin;
    private final Path folder;
    private final @Nullable String base;
    private final RequestRetry retry;
    private final ProgressDisplay progress;
    private final PrintWriter err;

    /// The paths in the folder, by the paths of the addresses in the installation.
    private final Map<String, String> exported = new HashMap<>();

    private final Map<Boolean, List<ExportPages.Entry>> recordings = new LinkedHashMap<>();
    private final Map<Boolean, List<ExportPages.Entry>> podcasts = new LinkedHashMap<>();
    private int downloaded;
    private int problems;

    /// @param origin where the installation is reached
    /// @param base where the folder will be served, without a slash at its end; null if unknown
    Export(
            ApiClient api,
            URI origin,
            Path folder,
            @Nullable String base,
            RequestRetry retry,
            ProgressDisplay progress,
            PrintWriter err) {
        this.api = api;
        this.origin = origin;
        this.folder = folder;
        this.base = base;
        this.retry = retry;
        this.progress = progress;
        this.err = err;
        for (boolean isPrivate : new boolean[] {false, true}) {
            recordings.put(isPrivate, new ArrayList<>());
            podcasts.put(isPrivate, new ArrayList<>());
        }
    }

    /// What was exported.
    ///
    /// @param downloaded recordings whose audio was not there before
    /// @param problems what could not be exported
    record Result(int recordings, int podcasts, int downloaded, int problems, boolean hasPrivate) {}

    Result run() throws IOException {
        Files.createDirectories(folder);
        List<JsonNode> completed = new ArrayList<>();
        progress.show("reading the library…");
        api.eachLibraryEntry(
                entry -> {
                    if (entry.path("status").asText().equals("completed")) {
                        completed.add(entry);
                    }
                    return true;
                });
        long total = completed.stream().mapToLong(entry -> entry.path("bytes").asLong()).sum();
        long done = 0;
        for (int i = 0; i < completed.size(); i++) {
            progress.show(progress(i, completed.size(), done, total));
            JsonNode entry = completed.get(i);
            attempt(LibraryTitle.of(entry), () -> recording(id(entry)));
            done += entry.path("bytes").asLong();
        }
        progress.show("podcasts…");
        for (JsonNode podcast : retry.send(api::podcasts, progress)) {
            attempt(podcast.path("title").asText(), () -> podcast(podcast));
        }
        boolean hasPrivate = !recordings(true).isEmpty() || !podcasts(true).isEmpty();
        index(false);
        if (hasPrivate) {
            index(true);
        }
        progress.end();
        return new Result(
                recordings(false).size() + recordings(true).size(),
                podcasts(false).size() + podcasts(true).size(),
                downloaded,
                problems,
                hasPrivate);
    }

    private static String progress(int done, int all, long bytes, long allBytes) {
        return String.format(
                Locale.ROOT,
                "exported: %d of %d recordings, %.1f of %.1f MB",
                done,
                all,
                bytes / 1e6,
                allBytes / 1e6);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /// The rest is exported also if one of them can't be. A disk or network that fails ends it all.
    private void attempt(String title, Step step) throws IOException {
        try {
            step.run();
        } catch (ProblemException | CommandException problem) {
            report(title, String.valueOf(problem.getMessage()));
        }
    }

    private void report(String title, String problem) {
        problems++;
        progress.end();
        err.println("parler: " + title + ": " + problem);
        err.flush();
    }

    private void recording(String id) throws IOException {
        JsonNode state = retry.send(() -> api.conversion(id), progress);
        boolean isPrivate = state.has("visibility");
        String path = "audio/" + id + "/";
        Path target = Files.createDirectories(root(isPrivate).resolve(path));
        JsonNode audio = state.path("audio");
        URI address = URI.create(audio.path("url").asText());
        ExportedFiles files =
                new ExportedFiles(
                        fileName(address, ".mp3"),
                        file(state.at("/transcript/vttUrl"), target, "transcript.vtt", path));
        JsonNode transcript =
                json(
                        file(state.at("/transcript/jsonUrl"), target, "transcript.json", path),
                        target);
        JsonNode chapters =
                json(file(state.path("chaptersUrl"), target, "chapters.json", path), target);
        audio(address, target.resolve(files.audio()), audio.path("bytes").asLong());
        add(address, path + files.audio());
        String page = path + "index.html";
        exported.put("/v1/conversions/" + id + "/player", page);
        write(
                root(isPrivate).resolve(page),
                ExportPages.recording(state, files, transcript, chapters, "../../"));
        recordings(isPrivate)
                .add(
                        new ExportPages.Entry(
                                state.path("title").asText(),
                                state.path("language").asText(),
                                page,
                                TimeFormat.length(audio.path("seconds").asDouble())));
    }

    /// A file of the right size is the same: the audio of a conversion never changes.
    private void audio(URI address, Path file, long bytes) throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes) {
            return;
        }
        download(address, file);
        if (Files.size(file) != bytes) {
            throw new CommandException(
                    "the audio has " + Files.size(file) + " bytes instead of " + bytes + ".");
        }
        downloaded++;
    }

    /// Downloads a file that doesn't change, unless it is there: it is written whole or not at all.
    private Optional<String> file(JsonNode address, Path target, String name, String path)
            throws IOException {
        if (address.isMissingNode()) {
            return Optional.empty();
        }
        URI uri = URI.create(address.asText());
        if (!Files.exists(target.resolve(name))) {
            download(uri, target.resolve(name));
        }
        add(uri, path + name);
        return Optional.of(name);
    }

    private void download(URI address, Path file) throws IOException {
        Path _ =
                retry.send(
                        () -> {
                            api.download(AudioWriter.download(address, origin), file);
                            return file;
                        },
                        progress);
    }

    private static JsonNode json(Optional<String> file, Path folder) throws IOException {
        return file.isPresent()
                ? JSON.readTree(Files.readAllBytes(folder.resolve(file.get())))
                : JSON.createObjectNode();
    }

    private void podcast(JsonNode podcast) throws IOException {
        String id = id(podcast);
        boolean isPrivate = podcast.path("visibility").asText().equals(PRIVATE);
        String path = "v1/podcasts/" + id + "/";
        Path target = root(isPrivate).resolve(path);
        Files.createDirectories(target.resolve("artwork"));
        URI artwork = URI.create(podcast.path("artworkUrl").asText());
        String picture = "artwork/" + fileName(artwork, ".png");
        if (!Files.exists(target.resolve(picture))) {
            download(artwork, target.resolve(picture));
        }
        String prefix = isPrivate ? PRIVATE + "/" : "";
        add(artwork, prefix + path + picture);
        URI address = URI.create(podcast.path("feedUrl").asText());
        add(address, prefix + path + "feed.xml");
        StaticFeed feed = feed(address);
        if (base != null) {
            int kept = feed.move(link -> moved(link, address));
            if (kept > 0) {
                report(
                        podcast.path("title").asText(),
                        (kept == 1 ? "1 episode keeps its address" : kept + " episodes keep theirs")
                                + ": the audio is not exported. Export again.");
            }
        }
        write(target.resolve("feed.xml"), feed.write());
        podcasts(isPrivate)
                .add(
                        new ExportPages.Entry(
                                podcast.path("title").asText(),
                                podcast.path("language").asText(),
                                path + "feed.xml",
                                "Feed"));
    }

    /// With all its episodes.
    private StaticFeed feed(URI address) throws IOException {
        String query = address.getRawQuery();
        String first = address.getRawPath() + (query == null ? "" : "?" + query);
        StaticFeed feed = StaticFeed.parse(retry.send(() -> api.bytes(first), progress));
        StaticFeed last = feed;
        for (int page = 2; last.hasNext(); page++) {
            String next = first + (query == null ? "?" : "&") + "page=" + page;
            last = StaticFeed.parse(retry.send(() -> api.bytes(next), progress));
            feed.append(last);
        }
        return feed;
    }

    /// The address where what was exported will be served; other addresses stay.
    private String moved(String link, URI installation) {
        try {
            URI uri = new URI(link);
            boolean isOurs =
                    String.valueOf(uri.getScheme()).equals(installation.getScheme())
                            && String.valueOf(uri.getRawAuthority())
                                    .equals(installation.getRawAuthority());
            String path = isOurs ? exported.get(uri.getRawPath()) : null;
            return path == null ? link : base + "/" + path;
        } catch (URISyntaxException _) {
            return link;
        }
    }

    private void add(URI address, String path) {
        exported.put(address.getRawPath(), path);
    }

    private void index(boolean isPrivate) throws IOException {
        for (String asset : ExportPages.ASSETS) {
            write(root(isPrivate).resolve(asset), ExportPages.asset(asset));
        }
        write(
                root(isPrivate).resolve("index.html"),
                ExportPages.index(podcasts(isPrivate), recordings(isPrivate)));
    }

    private List<ExportPages.Entry> recordings(boolean isPrivate) {
        return recordings.getOrDefault(isPrivate, List.of());
    }

    private List<ExportPages.Entry> podcasts(boolean isPrivate) {
        return podcasts.getOrDefault(isPrivate, List.of());
    }

    private Path root(boolean isPrivate) {
        return isPrivate ? folder.resolve(PRIVATE) : folder;
    }

    private static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A file that is the same stays as it is, so that a tool that uploads what is newer skips it.
    private static void write(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.write(file, bytes);
        }
    }

    /// It names a folder, so it must not be a path.
    private static String id(JsonNode node) {
        String id = node.path("id").asText();
        if (!id.matches("[0-9A-Za-z_-]{1,64}")) {
            throw new CommandException("“" + id + "” is not an id.");
        }
        return id;
    }

    /// The name that it has in the installation, which is made of the title, with nothing in it
    /// that a file system or an address treats differently.
    static String fileName(URI address, String extension) {
        String path = address.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String stem =
                (name.endsWith(extension)
                                ? name.substring(0, name.length() - extension.length())
                                : name)
                        .replaceAll("[^0-9A-Za-z_-]+", "-");
        return stem.substring(0, Math.min(stem.length(), MAX_NAME)) + extension;
    }
}
