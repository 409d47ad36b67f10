package io.parler.frontend.podcast;

import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.LibraryStore;
import io.parler.id.ConversionId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Keeps the episodes of shows in step with the conversions of their account.
public final class EpisodeRecorder {
    /// Of one request, so that it ends well before its time limit.
    static final int MAX_LOOKED = 500;

    static final int MAX_ADDED = 100;

    private static final int PAGE = 100;

    private final PodcastStore podcasts;
    private final EpisodeStore episodes;
    private final LibraryStore library;

    public EpisodeRecorder(PodcastStore podcasts, EpisodeStore episodes, LibraryStore library) {
        this.podcasts = podcasts;
        this.episodes = episodes;
        this.library = library;
    }

    /// Makes a conversion an episode of the account's shows that take it, with the title that the
    /// library has for it.
    public void record(Completed conversion) {
        if (published(conversion).isEmpty()) {
            return;
        }
        List<Podcast> takers =
                podcasts.list(conversion.accountId()).stream()
                        .filter(podcast -> podcast.takes(conversion))
                        .toList();
        if (!takers.isEmpty()) {
            listed(conversion)
                    .map(it -> conversion.titled(it.title()))
                    .ifPresent(
                            it ->
                                    takers.forEach(
                                            taker ->
                                                    put(taker.id(), it, UnaryOperator.identity())));
        }
    }

    /// Makes a conversion an episode of one show, whatever the show takes.
    ///
    /// @return the episode, or empty when the library has no such completed conversion
    public Optional<Episode> choose(Podcast podcast, ConversionId id) {
        return library.get(podcast.accountId(), id)
                .flatMap(EpisodeRecorder::published)
                .map(
                        conversion -> {
                            put(podcast.id(), conversion, Episode::chosen);
                            return Episode.of(podcast.id(), conversion);
                        });
    }

    /// Takes an episode out of a show for good. False when the show has no such episode.
    public boolean takeOut(Podcast podcast, ConversionId id) {
        Optional<Episode> episode =
                episodes.list(podcast.id()).stream()
                        .filter(it -> it.isOf(id) && !it.excluded())
                        .findFirst();
        episode.ifPresent(it -> change(it, Episode::takenOut));
        return episode.isPresent();
    }

    /// Gives the episodes of a conversion the title that the library has for it.
    public void rename(String accountId, ConversionId id) {
        Optional<Completed> conversion =
                library.get(accountId, id).flatMap(EpisodeRecorder::published);
        if (conversion.isEmpty()) {
            return;
        }
        for (PodcastId podcast : podcasts.ids(accountId)) {
            episodes.get(podcast, Episode.of(podcast, conversion.get()).postId())
                    .filter(it -> it.isOf(id))
                    .ifPresent(it -> updateTitle(accountId, it));
        }
    }

    /// On each attempt the title is read after the episode: another rename may have written a newer
    /// one between, which an earlier title must not replace.
    private void updateTitle(String accountId, Episode episode) {
        ConversionId id = episode.conversionId();
        Optional<Episode> current = Optional.of(episode);
        while (current.isPresent() && current.get().isOf(id)) {
            Episode before = current.get();
            Episode after = completed(accountId, id).map(before::titledAs).orElse(before);
            if (after.title().equals(before.title()) || episodes.put(after.next())) {
                return;
            }
            current = episodes.get(before.podcastId(), before.postId());
        }
    }

    /// Removes a deleted conversion from all shows of its account. If its post was converted before
    /// too, the episode goes back to that audio.
    public void remove(String accountId, ConversionId id) {
        for (PodcastId podcast : podcasts.ids(accountId)) {
            for (Episode episode : episodes.list(podcast)) {
                if (episode.isOf(id)) {
                    remove(accountId, episode);
                }
            }
        }
    }

    private void remove(String accountId, Episode episode) {
        Optional<Episode> current = Optional.of(episode);
        while (current.isPresent() && current.get().isOf(episode.conversionId())) {
            Optional<Episode> earlier = earlier(accountId, episode);
            Episode stored = current.get();
            boolean done =
                    earlier.isPresent()
                            ? episodes.put(earlier.get().in(stored))
                            : episodes.delete(stored);
            if (done) {
                // The earlier one may have been renamed while it was written.
                earlier.ifPresent(it -> updateTitle(accountId, it.in(stored)));
                return;
            }
            current = episodes.get(episode.podcastId(), episode.postId());
        }
    }

    /// The episode with the newest other audio of the same post.
    private Optional<Episode> earlier(String accountId, Episode episode) {
        Optional<ConversionId> before = Optional.empty();
        int looked = 0;
        while (looked < MAX_LOOKED) {
            LibraryPage page = library.list(accountId, PAGE, before);
            Optional<Episode> found =
                    page.entries().stream()
                            .flatMap(entry -> published(entry).stream())
                            .map(entry -> Episode.of(episode.podcastId(), entry))
                            .filter(it -> it.postId().equals(episode.postId()))
                            .filter(it -> !it.isOf(episode.conversionId()))
                            .findFirst();
            if (found.isPresent() || !page.more()) {
                return found;
            }
            looked += page.entries().size();
            before = Optional.of(page.entries().getLast().id());
        }
        return Optional.empty();
    }

    /// Looks through the library, from the newest entry or from where an earlier call ended, for
    /// episodes of a show.
    public FillResult fill(Podcast podcast, Optional<ConversionId> from) {
        Optional<ConversionId> before = from;
        int looked = 0;
        int added = 0;
        while (looked < MAX_LOOKED && added < MAX_ADDED) {
            LibraryPage page = library.list(podcast.accountId(), PAGE, before);
            for (LibraryEntry entry : page.entries()) {
                Optional<Completed> conversion = published(entry).filter(podcast::takes);
                if (conversion.isPresent()
                        && put(podcast.id(), conversion.get(), UnaryOperator.identity())) {
                    added++;
                }
            }
            looked += page.entries().size();
            if (!page.more()) {
                return new FillResult(looked, added, Optional.empty());
            }
            before = Optional.of(page.entries().getLast().id());
        }
        return new FillResult(looked, added, before);
    }

    /// Drops the episodes that a changed show doesn't take any more.
    public void dropOthers(Podcast podcast) {
        for (Episode episode : episodes.list(podcast.id())) {
            if (!podcast.takesPost(episode.link()) && !episode.byHand()) {
                episodes.delete(episode);
            }
        }
    }

    /// Every conversion that becomes an episode goes through here.
    ///
    /// @return whether something changed
    private boolean put(PodcastId podcast, Completed conversion, UnaryOperator<Episode> change) {
        Episode added = Episode.of(podcast, conversion);
        boolean changed;
        boolean done;
        do {
            Optional<Episode> stored = episodes.get(podcast, added.postId());
            Episode next = change.apply(stored.map(it -> it.after(added)).orElse(added));
            changed = stored.isEmpty() || !next.equals(stored.get());
            done = !changed || episodes.put(stored.isEmpty() ? next : next.next());
        } while (!done);
        if (changed) {
            // It may have been deleted or renamed while it was written.
            boolean isListed = listed(conversion).isPresent();
            Optional<Episode> written =
                    episodes.get(podcast, added.postId()).filter(it -> it.isOf(conversion.id()));
            if (isListed) {
                written.ifPresent(it -> updateTitle(conversion.accountId(), it));
            } else {
                written.ifPresent(it -> remove(conversion.accountId(), it));
            }
        }
        return changed;
    }

    private Optional<Completed> listed(Completed conversion) {
        return completed(conversion.accountId(), conversion.id());
    }

    private Optional<Completed> completed(String accountId, ConversionId id) {
        return library.get(accountId, id)
                .flatMap(
                        entry ->
                                entry instanceof Completed completed
                                        ? Optional.of(completed)
                                        : Optional.empty());
    }

    private void change(Episode episode, UnaryOperator<Episode> change) {
        Optional<Episode> current = Optional.of(episode);
        while (current.isPresent() && !episodes.put(change.apply(current.get()).next())) {
            current = episodes.get(episode.podcastId(), episode.postId());
        }
    }

    /// The audio of an entry, unless it is private: nothing private becomes an episode.
    private static Optional<Completed> published(LibraryEntry entry) {
        return entry instanceof Completed completed && !completed.isPrivate()
                ? Optional.of(completed)
                : Optional.empty();
    }
}
