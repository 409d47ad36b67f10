package io.parler.local.sns;

import io.parler.local.http.ApiServer;
import io.parler.local.http.ApiServer.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsClient;

/// An SNS endpoint: the query protocol, version 2010-03-31, for topics that deliver to queues.
public final class SnsServer implements AutoCloseable {
    private static final int MAX_MESSAGE_BYTES = 256 * 1024;
    private static final int MAX_BATCH_ENTRIES = 10;
    private static final Pattern GROUP_ID = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

    private final Topics topics;
    private final Clock clock;
    private final ApiServer server;

    private SnsServer(Topics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
        this.server = ApiServer.start((request, body) -> handle(QueryRequest.parse(body)));
    }

    /// Starts the endpoint.
    ///
    /// @param sqs a client of the queues' service
    /// @param rule which topics may send to which queues
    public static SnsServer start(
            SqsClient sqs, DeliveryRule rule, String region, String account, Clock clock) {
        return new SnsServer(new Topics(sqs, rule, region, account), clock);
    }

    public URI address() {
        return server.address();
    }

    private Answer handle(QueryRequest request) {
        try {
            String action = request.action();
            String result = result(request);
            return xml(
                    200,
                    "<%1$sResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><%1$sResult>%2$s</%1$sResult>%3$s</%1$sResponse>"
                            .formatted(action, result, Xml.metadata()));
        } catch (SnsError e) {
            String type = e.status() < 500 ? "Sender" : "Receiver";
            return xml(
                    e.status(),
                    "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error>"
                            + Xml.element("Type", type)
                            + Xml.element("Code", e.code())
                            + Xml.element("Message", String.valueOf(e.getMessage()))
                            + "</Error>"
                            + Xml.element("RequestId", UUID.randomUUID().toString())
                            + "</ErrorResponse>");
        }
    }

    private static Answer xml(int status, String body) {
        return new Answer(
                status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    private String result(QueryRequest request) throws SnsError {
        return switch (request.action()) {
            case "CreateTopic" ->
                    Xml.element(
                            "TopicArn",
                            topics.create(request.required("Name"), request.map("Attributes")));
            case "DeleteTopic" -> {
                topics.delete(request.required("TopicArn"));
                yield "";
            }
            case "ListTopics" ->
                    Xml.list("Topics", topics.arns(), arn -> Xml.element("TopicArn", arn));
            case "GetTopicAttributes" ->
                    Xml.map("Attributes", topics.attributes(request.required("TopicArn")));
            case "Subscribe" -> Xml.element("SubscriptionArn", subscribe(request).arn());
            case "Unsubscribe" -> {
                topics.unsubscribe(request.required("SubscriptionArn"));
                yield "";
            }
            case "GetSubscriptionAttributes" ->
                    Xml.map(
                            "Attributes",
                            topics.subscription(request.required("SubscriptionArn"))
                                    .allAttributes());
            case "SetSubscriptionAttributes" -> {
                String value = request.optional("AttributeValue");
                topics.setAttribute(
                        request.required("SubscriptionArn"),
                        request.required("AttributeName"),
                        value == null ? "" : value);
                yield "";
            }
            case "ListSubscriptions" ->
                    Xml.list("Subscriptions", topics.subscriptions(), SnsServer::xml);
            case "ListSubscriptionsByTopic" -> {
                String topic = request.required("TopicArn");
                topics.attributes(topic);
                yield Xml.list("Subscriptions", topics.subscriptions(topic), SnsServer::xml);
            }
            case "Publish" ->
                    Xml.element("MessageId", publish(request, request.required("TopicArn"), ""));
            case "PublishBatch" -> publishBatch(request);
            default -> throw SnsError.invalidAction(request.action());
        };
    }

    private Subscription subscribe(QueryRequest request) throws SnsError {
        return topics.subscribe(
                request.required("TopicArn"),
                request.required("Protocol"),
                request.required("Endpoint"),
                request.map("Attributes"));
    }

    private static String xml(Subscription subscription) {
        return Xml.element("SubscriptionArn", subscription.arn())
                + Xml.element("TopicArn", subscription.topicArn())
                + Xml.element("Protocol", "sqs")
                + Xml.element("Endpoint", subscription.queueArn())
                + Xml.element("Owner", subscription.topicArn().split(":", -1)[4]);
    }

    /// Publishes the message at `prefix` and returns its id when every matching queue has it.
    private String publish(QueryRequest request, String topicArn, String prefix) throws SnsError {
        if (request.optional(prefix + "MessageStructure") != null) {
            throw SnsError.invalidParameter("MessageStructure is not supported here");
        }
        String message = request.required(prefix + "Message");
        if (message.isEmpty()) {
            throw SnsError.invalidParameter("Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > MAX_MESSAGE_BYTES) {
            throw SnsError.invalidParameter("Message too long");
        }
        String groupId = request.optional(prefix + "MessageGroupId");
        if (groupId != null && !GROUP_ID.matcher(groupId).matches()) {
            throw SnsError.invalidParameter(
                    "MessageGroupId must be 1 to 128 letters, digits or punctuation characters");
        }
        String id = UUID.randomUUID().toString();
        topics.publish(
                new Notification(
                        id,
                        topicArn,
                        request.optional(prefix + "Subject"),
                        message,
                        request.messageAttributes(prefix),
                        groupId,
                        clock.instant()));
        return id;
    }

    private String publishBatch(QueryRequest request) throws SnsError {
        String topic = request.required("TopicArn");
        topics.attributes(topic);
        StringBuilder done = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        String list = "PublishBatchRequestEntries.member.";
        if (request.optional(list + (MAX_BATCH_ENTRIES + 1) + ".Id") != null) {
            throw SnsError.invalidParameter("more than " + MAX_BATCH_ENTRIES + " entries");
        }
        for (int i = 1; request.optional(list + i + ".Id") != null; i++) {
            String id = Xml.element("Id", request.required(list + i + ".Id"));
            try {
                String message = publish(request, topic, list + i + ".");
                done.append("<member>").append(id).append(Xml.element("MessageId", message));
                done.append("</member>");
            } catch (SnsError e) {
                failed.append("<member>").append(id).append(Xml.element("Code", e.code()));
                failed.append(Xml.element("Message", String.valueOf(e.getMessage())));
                failed.append(Xml.element("SenderFault", String.valueOf(e.status() < 500)));
                failed.append("</member>");
            }
        }
        return "<Successful>" + done + "</Successful><Failed>" + failed + "</Failed>";
    }

    @Override
    public void close() {
        server.close();
    }
}
