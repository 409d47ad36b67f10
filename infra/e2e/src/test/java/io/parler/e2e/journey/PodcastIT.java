package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.DecodedMp3;
import io.parler.e2e.suite.LauncherCommand;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// A podcast of the sample blog, as an app reads it.
@SharedSuite
class PodcastIT {
    private static final String PODCAST = "https://podcastindex.org/namespace/1.0";

    private final Suite suite;
    private final ApiClient api;
    private String path = "";

    PodcastIT(Suite suite, ApiClient api) {
        this.suite = suite;
        this.api = api;
    }

    @BeforeEach
    void thereIsAPodcastOfTheSampleBlog() {
        ApiResponse made =
                api.post(
                        "/v1/podcasts",
                        """
                        {"title": "Sample & more", "description": "The sample blog, read aloud.",
                         "link": "%1$s", "language": "en-US", "author": "Ada", "categories": ["Technology"],
                         "blog": "%1$s"}\
                        """
                                .formatted(suite.url("/sample/")));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(SchemaValidator.errorsOfBody("podcast", made.text())).isEmpty();
        path = made.header("location");
    }

    @AfterEach
    void thePodcastIsDeleted() {
        assertThat(send("DELETE", path).status()).isEqualTo(204);
        assertThat(api.get(path + "/feed.xml").status()).isEqualTo(404);
    }

    @Test
    void aConvertedPostIsAnEpisodeThatPlaysUntilItIsDeleted() throws Exception {
        String post = suite.url("/sample/the-kettle-test/");
        JsonNode conversion = api.completed(ApiClient.accepted(api.request(post)));
        String id = conversion.path("id").asText();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> feed().text().contains(id));

        ApiResponse feed = feed();
        Element item = item(feed, conversion.path("title").asText());
        Element enclosure = (Element) item.getElementsByTagName("enclosure").item(0);
        ApiResponse audio = api.get(enclosure.getAttribute("url"));
        assertThat(feed.header("content-type")).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(audio.bytes()).hasSize(Integer.parseInt(enclosure.getAttribute("length")));
        assertThat(audio.header("content-type")).isEqualTo(enclosure.getAttribute("type"));
        assertThat(DecodedMp3.decode(audio.bytes()).seconds())
                .isCloseTo(Double.parseDouble(text(item, "itunes:duration")), within(1.0));
        assertThat(text(item, "link")).isEqualTo(post);
        assertThat(api.get(url(item, "transcript", 0)).text()).startsWith("WEBVTT");
        assertThat(api.get(url(item, "transcript", 1)).json().path("segments")).isNotEmpty();
        assertThat(api.get(url(item, "chapters", 0)).json().path("version").asText())
                .isEqualTo("1.2.0");

        JsonNode read = api.posts(suite.url(path + "/feed.xml")).json();
        assertThat(read.at("/feed/title").asText()).isEqualTo("Sample & more");
        assertThat(read.path("posts")).extracting(it -> it.path("url").asText()).contains(post);

        patch(
                """
                {"blog": "https://elsewhere.example.com/"}""");
        assertThat(feed().text()).doesNotContain(id);
        patch("{\"blog\": \"" + suite.url("/sample/") + "\"}");
        assertThat(feed().text()).contains(id);

        send("DELETE", "/v1/conversions/" + id);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !feed().text().contains(id));
    }

    @Test
    void aPastedTextIsAnEpisodeWhenItIsAddedByHand() {
        String id = ApiClient.accepted(api.requestText("A note", "A short note."));
        api.completed(id);
        String episode = path + "/episodes/" + id;
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> send("PUT", episode).status() == 204);

        assertThat(feed().text()).contains(id);
        String title = "{\"title\": \"A better title for it\"}";
        assertThat(
                        api.send("PATCH", "/v1/conversions/" + id, BodyPublishers.ofString(title))
                                .status())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> feed().text().contains("A better title for it"));
        assertThat(send("DELETE", episode).status()).isEqualTo(204);
        assertThat(feed().text()).doesNotContain(id);
    }

    @Test
    void anAppThatHasTheFeedIsNotSentItAgain() {
        // A post that another test has converted may become an episode in between.
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                api.get(path + "/feed.xml", "If-None-Match", feed().header("etag"))
                                        .status(),
                        status -> status == 304);
        assertThat(send("HEAD", path + "/feed.xml").status()).isEqualTo(200);
    }

    @Test
    void theArtworkIsAPictureOfTheSizeThatDirectoriesAskFor() throws Exception {
        JsonNode podcast = api.get(path).json();

        ApiResponse picture = api.get(podcast.path("artworkUrl").asText());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(picture.header("content-type")).isEqualTo("image/png");
        assertThat(image.getWidth()).isEqualTo(image.getHeight()).isBetween(1400, 3000);
    }

    @Test
    void anExportIsServedByAnyHostWithTheSameGuids(@TempDir Path folder) throws Exception {
        String id = ApiClient.accepted(api.requestText("To take along", "It is mine. I take it."));
        JsonNode conversion = api.completed(id);
        api.awaitInLibrary(id);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> send("PUT", path + "/episodes/" + id).status() == 204);
        HttpServer host =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        folder.toRealPath(),
                        SimpleFileServer.OutputLevel.NONE);
        host.start();
        try {
            String site = "http://127.0.0.1:" + host.getAddress().getPort();
            String printed =
                    LauncherCommand.output(
                            "export", folder.toString(), "--from", suite.url("/"), "--url", site);

            ApiResponse feed = api.get(site + path + "/feed.xml");
            SyndEntry episode = episode(feed, id);
            ApiResponse audio = api.get(episode.getEnclosures().getFirst().getUrl());
            String page = site + "/audio/" + id + "/";
            assertThat(printed).contains("They lead to " + site);
            assertThat(episode.getUri()).isEqualTo(guid(id));
            assertThat(episode.getEnclosures().getFirst().getUrl()).startsWith(page);
            assertThat(episode.getLink()).isEqualTo(page + "index.html");
            assertThat(audio.bytes()).hasSize((int) episode.getEnclosures().getFirst().getLength());
            assertThat(DecodedMp3.decode(audio.bytes()).seconds())
                    .isCloseTo(conversion.at("/audio/seconds").asDouble(), within(0.1));
            assertThat(feed.text()).contains(page + "transcript.vtt", page + "chapters.json");
            assertThat(api.get(page + "transcript.vtt").text()).startsWith("WEBVTT");
            assertThat(api.get(page + "index.html").text())
                    .contains("<audio controls", "class=\"transcript\"")
                    .contains(conversion.path("title").asText());
            assertThat(api.get(site + "/index.html").text()).contains("audio/" + id + "/");
        } finally {
            host.stop(0);
        }
    }

    private static SyndEntry episode(ApiResponse feed, String id) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(feed.bytes()))).getEntries().stream()
                        .filter(it -> it.getEnclosures().getFirst().getUrl().contains(id))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(feed.text()));
    }

    private String guid(String id) {
        for (JsonNode episode : api.get(path).json().path("episodes")) {
            if (episode.path("conversionId").asText().equals(id)) {
                return episode.path("guid").asText();
            }
        }
        throw new AssertionError("no episode of " + id);
    }

    private ApiResponse feed() {
        return api.get(path + "/feed.xml");
    }

    private void patch(String settings) {
        ApiResponse changed = api.send("PATCH", path, BodyPublishers.ofString(settings));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private ApiResponse send(String method, String address) {
        return api.send(method, address, BodyPublishers.noBody());
    }

    private static Element item(ApiResponse feed, String title) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var items =
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed.bytes()))
                        .getElementsByTagName("item");
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            if (text(item, "title").equals(title)) {
                return item;
            }
        }
        throw new AssertionError("no episode of this title: " + title);
    }

    private static String text(Element item, String name) {
        return item.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String url(Element item, String name, int index) {
        return ((Element) item.getElementsByTagNameNS(PODCAST, name).item(index))
                .getAttribute("url");
    }
}
