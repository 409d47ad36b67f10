package io.parler.frontend.podcast.feed;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of the podcast namespace that describe an episode, for ROME.
///
/// @param chapters the address of the chapters in JSON
record EpisodeModule(List<Transcript> transcripts, @Nullable String chapters) implements Module {
    /// A transcript's address and media type.
    record Transcript(String url, String type) {}

    EpisodeModule {
        transcripts = List.copyOf(transcripts);
    }

    @Override
    public String getUri() {
        return PodcastModule.NAMESPACE;
    }

    /// It never changes, so it is its own copy.
    @Override
    public Object clone() {
        return this;
    }

    @Override
    public Class<EpisodeModule> getInterface() {
        return EpisodeModule.class;
    }

    @Override
    public void copyFrom(CopyFrom other) {
        throw new UnsupportedOperationException("it never changes");
    }
}
