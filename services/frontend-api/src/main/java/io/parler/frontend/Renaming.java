package io.parler.frontend;

/// How storing another title ended.
public enum Renaming {
    STORED,
    /// A later title is stored, or the conversion was deleted, maybe so long ago that nothing of it
    /// is stored any more.
    OUTDATED,
    /// Nothing of the conversion is stored yet.
    UNKNOWN
}
