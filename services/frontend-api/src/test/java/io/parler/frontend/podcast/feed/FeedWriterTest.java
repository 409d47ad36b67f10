package io.parler.frontend.podcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.content.ContentModule;
import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.parler.frontend.Chapter;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryStoreInMemory;
import io.parler.frontend.podcast.Episode;
import io.parler.frontend.podcast.EpisodeRecorder;
import io.parler.frontend.podcast.EpisodeStoreInMemory;
import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastSettings;
import io.parler.frontend.podcast.PodcastStoreInMemory;
import io.parler.frontend.podcast.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedWriterTest {
    private static final FeedAddress ADDRESSES = new FeedAddress("https://parler.example.com");

    private final FeedWriter writer = new FeedWriter(ADDRESSES);

    @Test
    void everyRuleOfPsp1AndOfAppleHolds() {
        for (PodcastSettings settings : List.of(Samples.settings(), Samples.fullSettings())) {
            Podcast show = Samples.podcast(1, settings);
            byte[] feed =
                    write(
                            show,
                            episodes(
                                    Samples.conversion(1, "https://blog.example.com/a?b=1&c=<"),
                                    Samples.text(2)));

            assertThat(FeedRules.broken(feed)).isEmpty();
        }
    }

    /// The rules are worth something only if they can be broken.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<itunes:explicit>false | <itunes:explicit>no",
                "<podcast:guid>9b024349-ccf0-5 | <podcast:guid>9b024349-ccf0-4",
                "<itunes:duration>185 | <itunes:duration>00:03:05",
                "length=\"1001\" | length=\"0\"",
                "rel=\"self\" | rel=\"alternate\"",
                "isPermaLink=\"false\" | isPermaLink=\"true\"",
                "type=\"application/json+chapters\" | type=\"application/json\"",
                "<itunes:category text=\"Technology\" /> | ''",
                "2026 07:00:01 GMT | 2026",
                ".png | .gif"
            })
    void aFeedThatBreaksARuleIsFound(String right, String wrong) {
        byte[] feed =
                write(
                        Samples.podcast(1),
                        episodes(Samples.conversion(1, "https://blog.example.com/a")));
        String text = new String(feed, StandardCharsets.UTF_8);
        assertThat(text).contains(right);

        String broken = text.replace(right, wrong);
        assertThat(FeedRules.broken(broken.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    @Test
    void anEmptyFeedIsValidToo() {
        assertThat(FeedRules.broken(write(Samples.podcast(1), List.of()))).isEmpty();
    }

    @Test
    void romeReadsWhatWasWritten() throws Exception {
        Podcast show = Samples.podcast(1, Samples.fullSettings());
        SyndFeed feed =
                read(write(show, episodes(Samples.conversion(1, "https://blog.example.com/a"))));

        assertThat(feed.getTitle()).isEqualTo(show.settings().title());
        assertThat(feed.getLanguage()).isEqualTo("de");
        FeedInformation apple = (FeedInformation) feed.getModule(FeedInformation.URI);
        assertThat(apple.getOwnerEmailAddress()).isEqualTo("ada@example.com");
        assertThat(apple.getExplicit()).isTrue();
        assertThat(apple.getCategories().getFirst().getSubcategory().getName())
                .isEqualTo("Philosophy");
        SyndEntry entry = feed.getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo("Post 1");
        assertThat(entry.getLink()).isEqualTo("https://blog.example.com/a");
        assertThat(entry.getPublishedDate())
                .isEqualTo(Date.from(Instant.parse("2026-11-18T07:00:01Z")));
        assertThat(entry.getEnclosures().getFirst().getLength()).isEqualTo(1001);
    }

    @Test
    void theShowNotesHaveTheSummaryTheLinkAndTheChapters() throws Exception {
        SyndEntry entry =
                read(write(
                                Samples.podcast(1),
                                episodes(
                                        Samples.conversion(
                                                1, "https://blog.example.com/a?b=1&c=2"))))
                        .getEntries()
                        .getFirst();

        String text =
                """
                Post 1, by Ada Ferrer.

                Cron forgets what it could not do.

                The post: https://blog.example.com/a?b=1&c=2

                Chapters:
                00:00 Post 1
                01:03 Queues & <cron>
                1:01:15 What is left\
                """;
        EntryInformation apple = (EntryInformation) entry.getModule(EntryInformation.URI);
        assertThat(apple.getSummary()).isEqualTo(text);
        String html =
                "<p>Post 1, by Ada Ferrer.</p><p>Cron forgets what it could not do.</p>"
                        + "<p><a href=\"https://blog.example.com/a?b=1&amp;c=2\">Read the post</a></p>"
                        + "<p>Chapters:</p><ul><li>00:00 Post 1</li><li>01:03 Queues &amp; &lt;cron&gt;</li>"
                        + "<li>1:01:15 What is left</li></ul>";
        assertThat(entry.getDescription().getValue()).isEqualTo(html);
        // ROME's reader turns the names of entities into numbers.
        ContentModule content = (ContentModule) entry.getModule(ContentModule.URI);
        assertThat(content.getEncodeds())
                .containsExactly(
                        html.replace("&amp;", "&#38;")
                                .replace("&lt;", "&#60;")
                                .replace("&gt;", "&#62;"));
    }

    /// An app shows a description as HTML.
    @Test
    void markupInASummaryIsShownAndNotFollowed() throws Exception {
        Completed sample = Samples.conversion(1, "https://blog.example.com/a");
        CompletedDetails details =
                new CompletedDetails(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Use <img src=x onerror=alert(1)> & more."),
                        List.of());
        Completed hostile =
                new Completed(
                        sample.id(),
                        sample.accountId(),
                        1,
                        "A <b>title</b>",
                        Optional.empty(),
                        "v",
                        sample.audio(),
                        false,
                        details);

        SyndEntry entry =
                read(write(Samples.podcast(1), episodes(hostile))).getEntries().getFirst();

        assertThat(entry.getDescription().getValue())
                .isEqualTo(
                        "<p>A &lt;b&gt;title&lt;/b&gt;.</p>"
                                + "<p>Use &lt;img src=x onerror=alert(1)&gt; &amp; more.</p>");
        assertThat(entry.getTitle()).isEqualTo("A <b>title</b>");
    }

    @Test
    void longShowNotesAreCutWhereAppleCuts() throws Exception {
        Completed sample = Samples.conversion(1, "https://blog.example.com/" + "a".repeat(1200));
        CompletedDetails details =
                new CompletedDetails(
                        Optional.of("\"".repeat(500)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("日".repeat(500)),
                        IntStream.range(0, 100)
                                .mapToObj(i -> new Chapter(i * 60, "&".repeat(20)))
                                .toList());
        Completed full =
                new Completed(
                        sample.id(),
                        sample.accountId(),
                        1,
                        "T".repeat(500),
                        sample.sourceUrl(),
                        "v",
                        sample.audio(),
                        false,
                        details);

        byte[] feed = write(Samples.podcast(1), episodes(full));

        assertThat(FeedRules.broken(feed)).isEmpty();
        SyndEntry entry = read(feed).getEntries().getFirst();
        assertThat(entry.getDescription().getValue()).contains("Read the post", "00:00 &amp;&amp;");
        assertThat(entry.getContents().getFirst().getValue()).endsWith("</ul>");
    }

    /// What a title may hold that XML or HTML would read as something else, or doesn't allow.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]>",
                "<script>alert(1)</script> & &amp; \"'",
                "\u0000\u0001\u0008\u001f\u007f",
                "\ud800 half, \udfff half",
                "\uffff\ufffe\ufdd0",
                "😀 العربية 日本語",
                "line\nline\r\n\ttab\u2028"
            })
    void anyTitleIsValidXml(String title) throws Exception {
        Completed sample = Samples.conversion(1, "https://blog.example.com/a");
        Completed hostile =
                new Completed(
                        sample.id(),
                        sample.accountId(),
                        1,
                        "x" + title,
                        sample.sourceUrl(),
                        "v",
                        sample.audio(),
                        false,
                        sample.details());

        byte[] feed = write(Samples.podcast(1), episodes(hostile));

        assertThat(FeedRules.broken(feed)).isEmpty();
        assertThat(read(feed).getEntries().getFirst().getTitle()).startsWith("x");
    }

    @Test
    void aLongFeedHasPagesThatLinkToEachOther() throws Exception {
        List<Episode> all = many(401);
        Podcast show = Samples.podcast(1);

        assertThat(read(page(show, all, 1)).getEntries()).hasSize(200);
        assertThat(read(page(show, all, 2)).getEntries()).hasSize(200);
        assertThat(read(page(show, all, 3)).getEntries()).hasSize(1);
        assertThat(writer.write(show, all, 4)).isEmpty();
        String feed = ADDRESSES.feed(show);
        assertThat(FeedRules.links(page(show, all, 1)))
                .containsOnly(
                        "self " + feed,
                        "first " + feed,
                        "next " + feed + "?page=2",
                        "last " + feed + "?page=3");
        assertThat(FeedRules.links(page(show, all, 3)))
                .containsOnly(
                        "self " + feed + "?page=3",
                        "first " + feed,
                        "previous " + feed + "?page=2",
                        "last " + feed + "?page=3");
        List<String> guids =
                Stream.of(1, 2, 3).flatMap(page -> guids(page(show, all, page))).toList();
        assertThat(guids).hasSize(401).doesNotHaveDuplicates();
    }

    @Test
    void theNewestPostComesFirstWhateverTheOrderOfConversions() throws Exception {
        byte[] feed =
                write(
                        Samples.podcast(1),
                        episodes(
                                Samples.conversion(2, "https://blog.example.com/b"),
                                Samples.conversion(3, "https://blog.example.com/c"),
                                Samples.conversion(1, "https://blog.example.com/a")));

        assertThat(read(feed).getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("Post 3", "Post 2", "Post 1");
    }

    @Test
    void anEpisodeTakenOutIsNotInTheFeed() throws Exception {
        List<Episode> all = episodesTakenOut();

        assertThat(read(write(Samples.podcast(1), all)).getEntries()).isEmpty();
    }

    @Test
    void theLinksOfAPrivateFeedHaveItsSecret() {
        Podcast show = Samples.podcast(1, Samples.fullSettings());

        assertThat(FeedRules.links(page(show, many(201), 1)))
                .contains(
                        "self " + ADDRESSES.feed(show.id()) + "?secret=" + show.secret(),
                        "next "
                                + ADDRESSES.feed(show.id())
                                + "?secret="
                                + show.secret()
                                + "&page=2");
    }

    @Test
    void theSameShowGivesTheSameBytes() {
        List<Episode> all = many(3);

        assertThat(write(Samples.podcast(1), all))
                .isEqualTo(write(Samples.podcast(1), all.reversed()));
    }

    private static Stream<String> guids(byte[] feed) {
        try {
            return read(feed).getEntries().stream().map(SyndEntry::getUri);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static SyndFeed read(byte[] feed) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
    }

    private byte[] write(Podcast show, List<Episode> all) {
        return page(show, all, 1);
    }

    private byte[] page(Podcast show, List<Episode> all, int page) {
        return writer.write(show, all, page).orElseThrow();
    }

    private static List<Episode> many(int number) {
        return episodes(
                IntStream.rangeClosed(1, number)
                        .mapToObj(i -> Samples.conversion(i, "https://blog.example.com/" + i))
                        .toArray(Completed[]::new));
    }

    private static List<Episode> episodes(Completed... conversions) {
        EpisodeStoreInMemory episodes = new EpisodeStoreInMemory();
        EpisodeRecorder recorder = recorder(episodes, conversions);
        for (Completed conversion : conversions) {
            recorder.choose(Samples.podcast(1), conversion.id());
        }
        return episodes.list(Samples.id(1));
    }

    private static List<Episode> episodesTakenOut() {
        Completed conversion = Samples.conversion(1, "https://blog.example.com/a");
        EpisodeStoreInMemory episodes = new EpisodeStoreInMemory();
        EpisodeRecorder recorder = recorder(episodes, conversion);
        recorder.choose(Samples.podcast(1), conversion.id());
        recorder.takeOut(Samples.podcast(1), conversion.id());
        return episodes.list(Samples.id(1));
    }

    private static EpisodeRecorder recorder(
            EpisodeStoreInMemory episodes, Completed... conversions) {
        LibraryStoreInMemory library = new LibraryStoreInMemory();
        for (Completed conversion : conversions) {
            library.put(conversion);
        }
        return new EpisodeRecorder(new PodcastStoreInMemory(), episodes, library);
    }
}
