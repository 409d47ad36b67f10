package io.parler.frontend.podcast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The categories that Apple Podcasts has; others have taken its list over.
public final class Categories {
    /// A file of the site, because the page offers them too.
    private static final String RESOURCE = "/site/podcast-categories.txt";

    private static final List<String> ALL = read();

    private Categories() {}

    /// Whether the list has it: `Technology`, or `Society & Culture > Philosophy`.
    public static boolean has(String category) {
        return ALL.contains(category);
    }

    private static List<String> read() {
        try (InputStream file =
                Objects.requireNonNull(Categories.class.getResourceAsStream(RESOURCE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
