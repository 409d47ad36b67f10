package io.parler.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.logging.LogContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class EventPublisherTest {
    private final List<PublishRequest> published = new ArrayList<>();

    private final SnsClient sns =
            new SnsClient() {
                @Override
                public PublishResponse publish(PublishRequest request) {
                    published.add(request);
                    return PublishResponse.builder().build();
                }

                @Override
                public String serviceName() {
                    return "sns";
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };

    @Test
    void anEventHasItsTypeAndAccountAsAttributesToFilterOn() throws Exception {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        EventPublisher publisher =
                new EventPublisher(
                        sns,
                        "arn:topic",
                        "/parler/test",
                        InstantSource.fixed(now),
                        () -> "event-1");

        try (LogContext _ = LogContext.open("request-1", "trace-1")) {
            publisher.publish("note.v1", "conversion-1", "account-1", Map.of("text", "hi"));
        }

        PublishRequest request = published.getFirst();
        assertThat(request.topicArn()).isEqualTo("arn:topic");
        assertThat(request.messageAttributes())
                .containsOnly(
                        Map.entry("type", text("note.v1")),
                        Map.entry("accountId", text("account-1")));
        CloudEvent event = CloudEvent.parse(request.message());
        assertThat(event.id()).isEqualTo("event-1");
        assertThat(event.source()).isEqualTo("/parler/test");
        assertThat(event.type()).isEqualTo("note.v1");
        assertThat(event.subject()).isEqualTo("conversion-1");
        assertThat(event.time()).isEqualTo(now);
        assertThat(event.correlationId()).isEqualTo("trace-1");
        assertThat(event.data().get("text").asText()).isEqualTo("hi");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
