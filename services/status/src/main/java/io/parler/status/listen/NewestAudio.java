package io.parler.status.listen;

import io.parler.id.AccountId;
import io.parler.post.PostAddress;
import io.parler.status.ConversionStore;
import java.util.Optional;

/// Finds the newest audio of a post.
public final class NewestAudio {
    /// Conversions of one post that are read before the search ends without audio.
    private static final int MAX_READ = 100;

    private final PostAudioStore posts;
    private final ConversionStore conversions;

    public NewestAudio(PostAudioStore posts, ConversionStore conversions) {
        this.posts = posts;
        this.conversions = conversions;
    }

    /// The post at an address: one that is only in its feed if it has audio, whose address has a
    /// fragment; otherwise the fragment doesn't matter.
    public Optional<PostAddress> post(AccountId account, String url) {
        Optional<PostAddress> exact =
                url.contains("#") ? PostAddress.withFragment(url) : Optional.empty();
        return exact.filter(post -> of(account, post).isPresent()).or(() -> PostAddress.of(url));
    }

    /// The newest that is published, whichever of its conversions was completed last.
    public Optional<PublishedAudio> of(AccountId account, PostAddress post) {
        return posts.list(account, post)
                .limit(MAX_READ)
                .flatMap(id -> conversions.get(id).stream())
                .flatMap(conversion -> PublishedAudio.of(conversion).stream())
                .findFirst();
    }
}
