package io.parler.frontend.podcast;

import java.net.URI;
import java.net.URISyntaxException;

/// The public addresses of a show and of what is in its feed.
///
/// @param origin the installation's, such as `https://parler.example.com`
public record FeedAddress(String origin) {
    /// A feed's address without a secret.
    public String feed(PodcastId id) {
        return origin + "/v1/podcasts/" + id + "/feed.xml";
    }

    /// The address that an app subscribes to.
    public String feed(Podcast podcast) {
        String address = feed(podcast.id());
        return podcast.settings().isPrivate() ? address + "?secret=" + podcast.secret() : address;
    }

    /// The address of a page of the feed, from 1.
    public String page(Podcast podcast, int page) {
        String address = feed(podcast);
        return page == 1 ? address : address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }

    /// The address of a show's picture.
    ///
    /// @param version changes with the picture
    public String artwork(PodcastId id, String version) {
        return origin + "/v1/podcasts/" + id + "/artwork/" + version + ".png";
    }

    /// The address of an object in the audio bucket.
    public String object(String key) {
        try {
            return origin + new URI(null, null, "/" + key, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an audio key is not a path", e);
        }
    }

    /// The page that plays a conversion.
    public String player(Episode episode) {
        return origin + "/v1/conversions/" + episode.conversionId() + "/player";
    }
}
