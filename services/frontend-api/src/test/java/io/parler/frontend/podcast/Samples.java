package io.parler.frontend.podcast;

import io.parler.frontend.Audio;
import io.parler.frontend.Chapter;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.id.ConversionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows and conversions for tests.
public final class Samples {
    public static final String ACCOUNT = "public";
    public static final String BLOG = "https://blog.example.com/";
    private static final Instant CREATED = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {}

    public static PodcastId id(int number) {
        return new PodcastId("pod_" + "abcdefghijklmnopqrstuvw" + (char) ('a' + number));
    }

    public static PodcastSettings settings() {
        return new PodcastSettings(
                "Queues, read aloud",
                "Posts about queues.",
                BLOG,
                "en-US",
                "Ada Ferrer",
                Optional.empty(),
                List.of("Technology"),
                false,
                Optional.of(BLOG),
                false,
                List.of(),
                true,
                "#1f3a5f");
    }

    public static PodcastSettings fullSettings() {
        return new PodcastSettings(
                "Dörte & \"Söhne\" <live> ]]> 日本",
                "Line one.\nLine two & more.",
                BLOG,
                "de",
                "Dörte <d>",
                Optional.of("ada@example.com"),
                List.of("Society & Culture > Philosophy", "Technology"),
                true,
                Optional.of(BLOG),
                true,
                List.of("verify=abc123"),
                false,
                "#ffffff");
    }

    public static Podcast podcast(int number) {
        return podcast(number, settings());
    }

    public static Podcast podcast(int number, PodcastSettings settings) {
        return new Podcast(
                id(number),
                ACCOUNT,
                settings,
                "9b024349-ccf0-5f69-a609-6b82873eab3c",
                "secretsecretsecretsecretsecretse",
                CREATED.plusSeconds(number),
                CREATED.plusSeconds(number));
    }

    /// Ids sort by number.
    public static ConversionId conversionId(int number) {
        return ConversionId.parse(
                        String.format(Locale.ROOT, "01a1f874-%04x-7c41-8f3a-2b6d5e7f9012", number))
                .orElseThrow();
    }

    public static Completed conversion(int number, String post) {
        ConversionId id = conversionId(number);
        String folder = "audio/" + id + "/";
        return new Completed(
                id,
                ACCOUNT,
                1,
                "Post " + number,
                Optional.of(post),
                "polly:Joanna:neural",
                new Audio(folder + "post-" + number + ".mp3", 1000 + number, 184.608),
                false,
                new CompletedDetails(
                        Optional.of("Ada Ferrer"),
                        Optional.of(Instant.parse("2026-11-18T07:00:00Z").plusSeconds(number)),
                        Optional.of(folder + "transcript.vtt"),
                        Optional.of(folder + "transcript.json"),
                        Optional.of(folder + "chapters.json"),
                        Optional.of("Cron forgets what it could not do."),
                        List.of(
                                new Chapter(0, "Post " + number),
                                new Chapter(63.4, "Queues & <cron>"),
                                new Chapter(3_675, "What is left"))));
    }

    /// A pasted text: without an address, a date and everything else that may be absent.
    public static Completed text(int number) {
        ConversionId id = conversionId(number);
        return new Completed(
                id,
                ACCOUNT,
                1,
                "A text",
                Optional.empty(),
                "polly:Joanna:neural",
                new Audio("audio/" + id + "/a-text.mp3", 77, 1.5));
    }
}
