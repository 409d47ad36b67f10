package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.suite.DecodedMp3;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import io.parler.e2e.suite.TestSite;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// The suite on LocalStack's queues, tables, topic and buckets, if there is a Docker engine.
@Testcontainers(disabledWithoutDocker = true)
class LocalStackIT {
    /// The last version that needs no token.
    @Container
    private static final LocalStackContainer CLOUD =
            new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                    .withServices("s3", "sns", "sqs", "dynamodb");

    @Test
    void aPostBecomesAudioOverLocalStack() {
        try (TestSite site = new TestSite();
                Suite suite =
                        Suite.start(
                                SuiteExtension.data("localstack"),
                                "--fresh",
                                "--allow",
                                "127.0.0.1",
                                "--voice-engine",
                                "tone",
                                "--cloud",
                                CLOUD.getEndpoint().toString())) {
            JsonNode conversion = suite.api().converted(site.url("/post/over-localstack"));

            DecodedMp3 mp3 =
                    DecodedMp3.decode(
                            suite.api().get(conversion.at("/audio/url").asText()).bytes());
            assertThat(mp3.seconds())
                    .isCloseTo(conversion.at("/audio/seconds").asDouble(), within(0.05));
        }
    }
}
