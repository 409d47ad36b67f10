package io.parler.conversion.job;

import io.parler.conversion.audio.AudioStore;

/// Deletes what is stored of a conversion.
///
/// A run writes all of its files before it looks whether the conversion was deleted; a deletion is
/// remembered before the files are listed. So one of the two deletes what the run wrote.
public final class ConversionDeletion {
    private final DeletedConversions deleted;
    private final AudioStore audio;
    private final CompletedConversions completed;

    public ConversionDeletion(
            DeletedConversions deleted, AudioStore audio, CompletedConversions completed) {
        this.deleted = deleted;
        this.audio = audio;
        this.completed = completed;
    }

    public void delete(String id) {
        deleted.add(id);
        deleteFiles(id);
    }

    boolean isDeleted(String id) {
        return deleted.contains(id);
    }

    void deleteFiles(String id) {
        audio.delete(id);
        completed.delete(id);
    }
}
