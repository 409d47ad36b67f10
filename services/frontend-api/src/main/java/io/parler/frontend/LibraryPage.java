package io.parler.frontend;

import java.util.List;

/// Some of an account's entries, newest first, and whether older ones follow.
public record LibraryPage(List<LibraryEntry> entries, boolean more) {
    public LibraryPage {
        entries = List.copyOf(entries);
        if (more && entries.isEmpty()) {
            throw new IllegalArgumentException("what follows an empty page can't be asked for");
        }
    }
}
