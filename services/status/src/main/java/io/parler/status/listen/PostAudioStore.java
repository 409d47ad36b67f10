package io.parler.status.listen;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import java.util.stream.Stream;

/// Stores which conversions of an account have a post's audio. An entry is a hint: whoever finds a
/// conversion here reads its state too.
public interface PostAudioStore {
    void put(AccountId account, PostAddress post, ConversionId id);

    void delete(AccountId account, PostAddress post, ConversionId id);

    /// The conversions of the post, newest first; they are read as the stream is.
    Stream<ConversionId> list(AccountId account, PostAddress post);
}
