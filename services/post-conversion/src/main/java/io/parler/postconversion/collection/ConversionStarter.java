package io.parler.postconversion.collection;

/// Requests the conversion of a post whose characters are reserved.
@FunctionalInterface
public interface ConversionStarter {
    /// Publishes the request; again for a post that was started before.
    void start(PostCollection collection, CollectionPost post);
}
