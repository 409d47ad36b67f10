package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodcastsCommandTest {
    private static final String PODCAST =
            """
            {"id":"pod_a","title":"Queues","visibility":"public","feedUrl":"https://parler.example.com/v1/podcasts/pod_a/feed.xml",
             "episodeCount":1,"episodes":[{"title":"Why queues"}],
             "checks":[{"rule":"The feed is at a public https address.","by":"Apple","ok":true},
              {"rule":"It has an e-mail address.","by":"Spotify","ok":false}]}\
            """;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(folder);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void theFeedsAreListed() {
        suite.on("/v1/podcasts", 200, "{\"podcasts\":[" + PODCAST + "]}");

        assertThat(suite.run(out, err, "podcasts")).isZero();

        assertThat(out.toString()).contains("Queues", "public", "pod_a/feed.xml");
    }

    @Test
    void onePodcastIsShownWithWhatItLacks() {
        suite.on("/v1/podcasts/pod_a", 200, PODCAST);

        assertThat(suite.run(out, err, "podcasts", "pod_a")).isZero();

        assertThat(out.toString())
                .contains("Episodes  1", "Why queues")
                .contains("To do     It has an e-mail address. (Spotify)")
                .doesNotContain("public https address");
    }
}
