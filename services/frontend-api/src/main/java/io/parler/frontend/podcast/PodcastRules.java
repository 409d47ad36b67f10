package io.parler.frontend.podcast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Checks a show against what the podcast directories ask for, and says what to do.
public final class PodcastRules {
    private static final int MAX_DESCRIPTION_BYTES = 4000;

    private PodcastRules() {}

    /// A rule, whether it is kept, and what to do if it isn't.
    ///
    /// @param id a word for it, for programs
    /// @param rule what is asked for, as a sentence
    /// @param by who asks for it
    public record Check(String id, String rule, String by, boolean ok, String advice) {}

    /// Every rule.
    ///
    /// @param episodes those in the feed
    public static List<Check> check(Podcast podcast, List<Episode> episodes, FeedAddress address) {
        PodcastSettings settings = podcast.settings();
        boolean https = address.origin().startsWith("https://");
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        "address",
                        "The feed is at a public https address.",
                        "Apple, Spotify",
                        https,
                        "This installation is at "
                                + address.origin()
                                + ", which apps on other machines can't reach. Deploy it, or put it"
                                + " behind a public address."));
        checks.add(
                new Check(
                        "episodes",
                        "The show has at least one episode.",
                        "Apple, Spotify",
                        !episodes.isEmpty(),
                        settings.blog().isPresent()
                                ? "Convert a post of the blog."
                                : "Add a conversion of the library."));
        checks.add(
                new Check(
                        "email",
                        "The feed says how the owner is reached.",
                        "Spotify",
                        settings.ownerEmail().isPresent(),
                        "Enter an e-mail address: Spotify sends a code to it. It is public."));
        checks.add(
                new Check(
                        "category",
                        "The show has a category of Apple's list.",
                        "Apple, PSP-1",
                        !settings.categories().isEmpty(),
                        "Choose a category."));
        checks.add(
                new Check(
                        "description",
                        "The description is not empty and has at most 4,000 bytes.",
                        "Apple, PSP-1",
                        isDescription(settings.description()),
                        "Say in a few sentences what the show is about."));
        checks.add(
                new Check(
                        "artwork",
                        "The artwork is a square picture of 1,400 to 3,000 pixels.",
                        "Apple, Spotify",
                        true,
                        ""));
        checks.add(
                new Check(
                        "audio",
                        "Every episode has its audio with the exact length, and a GUID that never"
                                + " changes.",
                        "Apple, PSP-1",
                        true,
                        ""));
        long without = episodes.stream().filter(it -> it.details().vttKey().isEmpty()).count();
        checks.add(
                new Check(
                        "transcripts",
                        "Every episode has a transcript.",
                        "Apple shows it, PSP-1 recommends it",
                        without == 0,
                        without
                                + " of them were converted before there were podcasts. Convert"
                                + " their posts again; what was synthesized is not billed twice."));
        checks.add(
                new Check(
                        "listed",
                        "The show is public, so that directories list it.",
                        "Apple, Spotify",
                        !settings.isPrivate(),
                        "Only who knows the address can subscribe. Make the show public to submit"
                                + " it to a directory."));
        return checks;
    }

    private static boolean isDescription(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 0 && bytes <= MAX_DESCRIPTION_BYTES;
    }
}
