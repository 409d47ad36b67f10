package io.parler.conversion.job;

/// Remembers which conversions were deleted, for longer than a job can be delivered again.
public interface DeletedConversions {
    boolean contains(String id);

    void add(String id);
}
