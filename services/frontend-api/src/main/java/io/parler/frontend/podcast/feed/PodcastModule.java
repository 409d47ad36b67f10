package io.parler.frontend.podcast.feed;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of the podcast namespace that describe a show, for ROME.
///
/// @param lockedBy the e-mail address of whoever may unlock it
record PodcastModule(String guid, boolean locked, @Nullable String lockedBy, List<String> txt)
        implements Module {
    static final String NAMESPACE = "https://podcastindex.org/namespace/1.0";

    PodcastModule {
        txt = List.copyOf(txt);
    }

    @Override
    public String getUri() {
        return NAMESPACE;
    }

    /// It never changes, so it is its own copy.
    @Override
    public Object clone() {
        return this;
    }

    @Override
    public Class<PodcastModule> getInterface() {
        return PodcastModule.class;
    }

    @Override
    public void copyFrom(CopyFrom other) {
        throw new UnsupportedOperationException("it never changes");
    }
}
