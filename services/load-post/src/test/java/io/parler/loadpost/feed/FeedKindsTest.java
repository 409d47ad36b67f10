package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds as sites really send them.
class FeedKindsTest {
    private static final String ATOM = "xmlns='http://www.w3.org/2005/Atom'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alternate",
                "Alternate",
                "ALTERNATE",
                "http://www.iana.org/assignments/relation/alternate",
                "https://www.iana.org/assignments/link-relations/#alternate",
                "alternate bookmark",
                ""
            })
    void theAlternateLinkIsFoundHoweverItIsWritten(String rel) {
        Feed feed =
                feed(
                        "<feed "
                                + ATOM
                                + "><title>T</title><entry><id>urn:x:1</id><title>N</title>"
                                + "<link rel='replies' href='https://h.example/p#c'/><link rel='"
                                + rel
                                + "' href='https://h.example/p'/></entry></feed>");

        assertThat(feed.posts().getFirst().url()).isEqualTo("https://h.example/p");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<![CDATA[ On The <dl> ]]>             | On The <dl>",
                "On The &lt;dl&gt;                     | On The <dl>",
                "<![CDATA[Why Vec<T> grows]]>          | Why Vec<T> grows",
                "<![CDATA[Map<String, List<T>>]]>      | Map<String, List<T>>",
                "<![CDATA[A <!DOCTYPE html> story]]>   | A <!DOCTYPE html> story",
                "<![CDATA[From <?php to Java]]>        | From <?php to Java",
                "<![CDATA[The <b>bold</b> one]]>       | The bold one",
                "<![CDATA[One<br>line]]>               | One line",
                "<![CDATA[A <a href='x'>link]]>        | A link",
                "<![CDATA[1 < 2 and 3 > 2]]>           | 1 < 2 and 3 > 2",
                "<![CDATA[Using &lt;code&gt;]]>        | Using <code>",
                "<![CDATA[<script>x</script>Title]]>   | Title",
            })
    void aTagThatAnAuthorMeantAsTextStaysInTheTitle(String xml, String title) {
        Feed feed =
                feed(
                        "<rss version='2.0'><channel><title>"
                                + xml
                                + "</title><item><title>"
                                + xml
                                + "</title><link>https://h.example/p</link></item></channel></rss>");

        assertThat(feed.posts().getFirst().title()).isEqualTo(title);
        assertThat(feed.title()).isEqualTo(title);
    }

    @Test
    void anEntryDocumentIsAFeedOfOnePost() {
        Feed feed =
                feed(
                        "<?xml version='1.0'?><entry "
                                + ATOM
                                + "><id>urn:x:1</id><title>One</title>"
                                + "<link href='https://h.example/p'/><source><id>urn:f</id><title>The feed</title>"
                                + "</source><content type='html'>&lt;p&gt;Text</content></entry>");

        assertThat(feed.posts()).extracting(Post::title).containsExactly("One");
        assertThat(feed.title()).isEqualTo("The feed");
    }

    @Test
    void anEntryDocumentWithoutASourceHasTheTitleOfItsEntry() {
        Feed feed =
                feed(
                        "<entry "
                                + ATOM
                                + "><id>urn:x:1</id><title>One</title>"
                                + "<link href='https://h.example/p'/></entry>");

        assertThat(feed.posts()).hasSize(1);
        assertThat(feed.title()).isEqualTo("One");
    }

    @Test
    void anEntryInTheSourceOfAnEntryIsNoPost() {
        Feed feed =
                feed(
                        "<feed "
                                + ATOM
                                + "><title>T</title><entry><title>One</title>"
                                + "<link href='https://h.example/p'/><source><title>Other</title><entry/>"
                                + "<entry><title>Two</title></entry></source></entry></feed>");

        assertThat(feed.posts()).extracting(Post::title).containsExactly("One");
        assertThat(feed.title()).isEqualTo("T");
    }

    @Test
    void oneBadByteIsReplacedAndTheRestStaysAsItIs() {
        byte[] start =
                "<?xml version='1.0' encoding='UTF-8'?><rss><channel><title>Città perché caff"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] end =
                "</title><item><title>È già così</title><link>https://h.example/p</link></item></channel></rss>"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + 1 + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        all[start.length] = (byte) 0xe8;
        System.arraycopy(end, 0, all, start.length + 1, end.length);

        assertThat(
                        new FeedReader().read(all, "application/rss+xml", "https://h.example/feed")
                                        instanceof FeedResult.Found(Feed feed)
                                ? List.of(feed.title(), feed.posts().getFirst().title())
                                : List.of())
                .containsExactly("Città perché caff\ufffd", "È già così");
    }

    private static Feed feed(String xml) {
        return new FeedReader()
                                .read(
                                        xml.getBytes(StandardCharsets.UTF_8),
                                        "application/xml",
                                        "https://h.example/feed")
                        instanceof FeedResult.Found(Feed feed)
                ? feed
                : org.assertj.core.api.Assertions.fail("no feed");
    }
}
