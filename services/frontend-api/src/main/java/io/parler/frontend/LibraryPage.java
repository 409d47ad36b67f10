package io.parler.frontend;

import java.util.List;

/// A page of an account's entries, newest first, and whether older ones follow.
public record LibraryPage(List<LibraryEntry> entries, boolean more) {
    public LibraryPage {
        entries = List.copyOf(entries);
        if (more && entries.isEmpty()) {
            throw new IllegalArgumentException("an empty page has none that follows");
        }
    }
}
