package io.parler.status.listen;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.status.Audiobook;
import io.parler.status.Conversion;
import io.parler.status.ConversionStore;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Keeps the entries of `PostAudioStore` true: one for each address of a post that a completed
/// conversion is of. It may be called twice, late and in any order.
public final class PostAudioIndex {
    private final PostAudioStore posts;
    private final ConversionStore conversions;

    public PostAudioIndex(PostAudioStore posts, ConversionStore conversions) {
        this.posts = posts;
        this.conversions = conversions;
    }

    /// Adds the conversion once its request and its completion are both stored: whichever of them
    /// is stored last finds the other.
    public void add(ConversionId id) {
        Optional<Conversion> stored = conversions.get(id);
        Optional<AccountId> account = conversions.account(id);
        if (stored.isEmpty() || account.isEmpty()) {
            return;
        }
        Set<PostAddress> addresses = addresses(stored.get());
        addresses.forEach(post -> posts.put(account.get(), post, id));
        if (!addresses.isEmpty() && isDeleted(id)) {
            addresses.forEach(post -> posts.delete(account.get(), post, id));
        }
    }

    /// Removes a conversion that is about to be deleted; afterwards its addresses are unknown.
    public void remove(ConversionId id) {
        Optional<AccountId> account = conversions.account(id);
        Optional<Conversion> stored = conversions.get(id);
        if (stored.isPresent() && account.isPresent()) {
            addresses(stored.get()).forEach(post -> posts.delete(account.get(), post, id));
        }
    }

    private boolean isDeleted(ConversionId id) {
        return conversions
                .get(id)
                .filter(conversion -> conversion.state() instanceof State.Deleted)
                .isPresent();
    }

    /// The address that was requested, and the one that the page itself names. A page's word counts
    /// for its own host only: otherwise the audio of any page could take the place of another's.
    public static Set<PostAddress> addresses(Conversion conversion) {
        Set<PostAddress> addresses = new LinkedHashSet<>();
        if (conversion.request().isPresent()
                && conversion.state() instanceof State.Completed completed) {
            Optional<PostAddress> inFeed =
                    inFeed(conversion.request().get(), completed.audiobook());
            if (inFeed.isPresent()) {
                return Set.of(inFeed.get());
            }
            Optional<PostAddress> requested = address(conversion.request().get());
            requested.ifPresent(addresses::add);
            address(completed.audiobook())
                    .filter(named -> requested.isEmpty() || named.isOnHostOf(requested.get()))
                    .ifPresent(addresses::add);
        }
        return addresses;
    }

    /// Of a post that is only in its feed: such an address is requested too, or the post by its id.
    private static Optional<PostAddress> inFeed(RequestSummary request, Audiobook audiobook) {
        Optional<String> requested = Optional.ofNullable(request.sourceUrl());
        Optional<PostAddress> host = address(request);
        return Optional.ofNullable(audiobook.sourceUrl())
                .filter(
                        url ->
                                url.contains("#")
                                        && requested.map(it -> it.contains("#")).orElse(true))
                .flatMap(PostAddress::withFragment)
                .filter(named -> host.isEmpty() || named.isOnHostOf(host.get()));
    }

    private static Optional<PostAddress> address(RequestSummary request) {
        return Optional.ofNullable(request.sourceUrl()).flatMap(PostAddress::of);
    }

    private static Optional<PostAddress> address(Audiobook audiobook) {
        return Optional.ofNullable(audiobook.sourceUrl()).flatMap(PostAddress::of);
    }
}
