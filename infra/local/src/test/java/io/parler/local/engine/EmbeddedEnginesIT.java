package io.parler.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EmbeddedEnginesIT {
    private static final AttributeDefinition ID =
            AttributeDefinition.builder()
                    .attributeName("id")
                    .attributeType(ScalarAttributeType.S)
                    .build();
    private static final KeySchemaElement KEY =
            KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build();

    @TempDir static Path data;

    private static EmbeddedEngines cloud;
    private static SqsClient sqs;
    private static SnsClient sns;
    private static DynamoDbClient dynamoDb;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        cloud =
                EmbeddedEngines.start(
                        data,
                        (_, queue) ->
                                Optional.of(queue + " is closed")
                                        .filter(_ -> queue.contains(":closed")));
        sqs = TestClients.sqs(cloud.sqs());
        sns = TestClients.sns(cloud.sns());
        dynamoDb = TestClients.dynamoDb(cloud.dynamoDb());
        s3 = TestClients.s3(cloud.s3());
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void aMessageGroupReachesStandardQueuesThroughATopic() {
        String topic = sns.createTopic(r -> r.name("grouped")).topicArn();
        String raw = queue("grouped-raw", Map.of());
        String wrapped = queue("grouped-wrapped", Map.of());
        subscribe(topic, raw, Map.of("RawMessageDelivery", "true"));
        subscribe(topic, wrapped, Map.of());

        sns.publish(r -> r.topicArn(topic).message("x").messageGroupId("acc_1"));
        sns.publishBatch(
                r ->
                        r.topicArn(topic)
                                .publishBatchRequestEntries(
                                        PublishBatchRequestEntry.builder()
                                                .id("1")
                                                .message("y")
                                                .messageGroupId("acc_2")
                                                .build()));

        for (String queue : List.of(raw, wrapped)) {
            assertThat(receive(queue))
                    .extracting(
                            m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .containsExactlyInAnyOrder("acc_1", "acc_2");
        }
        assertThatThrownBy(
                        () ->
                                sns.publish(
                                        r ->
                                                r.topicArn(topic)
                                                        .message("x")
                                                        .messageGroupId("with blank")))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void withoutAPolicyAMessageGoesToTheDeadLetterQueueOfItsSubscription() {
        String topic = sns.createTopic(r -> r.name("denied")).topicArn();
        String closed = queue("closed", Map.of());
        String lost = queue("closed-too", Map.of());
        String deadLetters = queue("open-dead-letters", Map.of());
        subscribe(
                topic,
                closed,
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + arn(deadLetters) + "\"}"));
        subscribe(topic, lost, Map.of("RawMessageDelivery", "true"));

        sns.publish(r -> r.topicArn(topic).message("x"));

        assertThat(receive(deadLetters)).extracting(Message::body).containsExactly("x");
        assertThat(receive(closed)).isEmpty();
        assertThat(receive(lost)).isEmpty();
    }

    @Test
    void aTopicDeliversToTheQueuesWithAMatchingFilter() {
        String topic = sns.createTopic(r -> r.name("fan-out")).topicArn();
        String all = queue("all", Map.of());
        String completed = queue("completed", Map.of());
        subscribe(topic, all, Map.of("RawMessageDelivery", "true"));
        subscribe(
                topic,
                completed,
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "FilterPolicy",
                        "{\"type\": [\"completed\"]}"));

        publish(topic, "one", "started");
        publish(topic, "two", "completed");

        assertThat(receive(all)).extracting(Message::body).containsExactlyInAnyOrder("one", "two");
        List<Message> filtered = receive(completed);
        assertThat(filtered).extracting(Message::body).containsExactly("two");
        assertThat(filtered.getFirst().messageAttributes())
                .hasEntrySatisfying(
                        "type", a -> assertThat(a.stringValue()).isEqualTo("completed"));
    }

    @Test
    void withoutRawDeliveryAQueueGetsTheEnvelope() {
        String topic = sns.createTopic(r -> r.name("wrapped")).topicArn();
        String queue = queue("wrapped", Map.of());
        subscribe(topic, queue, Map.of());

        publish(topic, "<hello> & \"you\"", "greeting");

        assertThat(receive(queue).getFirst().body())
                .contains("\"Type\":\"Notification\"")
                .contains("\"TopicArn\":\"" + topic + "\"")
                .contains("<hello> & \\\"you\\\"");
    }

    @Test
    void aBatchIsPublishedEntryByEntry() {
        String topic = sns.createTopic(r -> r.name("batch")).topicArn();
        String queue = queue("batch", Map.of());
        subscribe(topic, queue, Map.of("RawMessageDelivery", "true"));

        var answer =
                sns.publishBatch(
                        r ->
                                r.topicArn(topic)
                                        .publishBatchRequestEntries(
                                                entry("a", "first"), entry("b", "second")));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("a", "b");
        assertThat(receive(queue))
                .extracting(Message::body)
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void unsupportedSnsFeaturesAreNamed() {
        String topic = sns.createTopic(r -> r.name("refusals")).topicArn();

        assertThatThrownBy(() -> sns.tagResource(r -> r.resourceArn(topic).tags(List.of())))
                .isInstanceOf(SnsException.class)
                .hasMessageContaining("sns:TagResource is not supported here");
        assertThatThrownBy(
                        () ->
                                sns.subscribe(
                                        r ->
                                                r.topicArn(topic)
                                                        .protocol("email")
                                                        .endpoint("a@example.org")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("email");
        assertThatThrownBy(() -> publish(topic + "-unknown", "x", "y"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void publishingFailsWhenAQueueDoesNotAcceptTheMessage() {
        String topic = sns.createTopic(r -> r.name("undelivered")).topicArn();
        sns.subscribe(
                r ->
                        r.topicArn(topic)
                                .protocol("sqs")
                                .endpoint("arn:aws:sqs:us-east-1:000000000000:absent"));

        assertThatThrownBy(() -> publish(topic, "x", "y"))
                .isInstanceOfSatisfying(
                        SnsException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    }

    @Test
    void aMessageReceivedTooOftenGoesToTheDeadLetterQueue() {
        String dead = queue("dead", Map.of());
        String queue =
                queue(
                        "work",
                        Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                "0",
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"2\"}"
                                        .formatted(arn(dead))));
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody("poison"));

        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> {
                            sqs.receiveMessage(r -> r.queueUrl(queue));
                            List<Message> letters =
                                    sqs.receiveMessage(r -> r.queueUrl(dead).visibilityTimeout(0))
                                            .messages();
                            return letters.stream().anyMatch(m -> m.body().equals("poison"));
                        });
    }

    @Test
    void aConditionalPutFailsWhenItsConditionIsFalse() {
        dynamoDb.createTable(
                r ->
                        r.tableName("Things")
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(ID)
                                .keySchema(KEY));
        Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("1"));

        dynamoDb.putItem(
                r ->
                        r.tableName("Things")
                                .item(item)
                                .conditionExpression("attribute_not_exists(id)"));

        assertThatThrownBy(
                        () ->
                                dynamoDb.putItem(
                                        r ->
                                                r.tableName("Things")
                                                        .item(item)
                                                        .conditionExpression(
                                                                "attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aMultipartObjectIsReadByRange() {
        s3.createBucket(r -> r.bucket("parts"));
        String id =
                s3.createMultipartUpload(r -> r.bucket("parts").key("a/b.bin").contentType("x/y"))
                        .uploadId();
        byte[] first = new byte[5 * 1024 * 1024];
        first[first.length - 1] = 1;
        CompletedPart one = part(id, 1, first);
        CompletedPart two = part(id, 2, new byte[] {2, 3});
        s3.completeMultipartUpload(
                r ->
                        r.bucket("parts")
                                .key("a/b.bin")
                                .uploadId(id)
                                .multipartUpload(m -> m.parts(one, two)));

        var range =
                s3.getObjectAsBytes(
                        r ->
                                r.bucket("parts")
                                        .key("a/b.bin")
                                        .range("bytes=" + (first.length - 1) + "-"));

        assertThat(range.asByteArray()).containsExactly(1, 2, 3);
        assertThat(range.response().contentType()).isEqualTo("x/y");
        assertThat(s3.headObject(r -> r.bucket("parts").key("a/b.bin")).contentLength())
                .isEqualTo(first.length + 2L);
    }

    @Test
    void aPresignedUrlNeedsNoCredentials() throws Exception {
        s3.createBucket(r -> r.bucket("presigned"));
        s3.putObject(
                r -> r.bucket("presigned").key("k").metadata(Map.of("who", "me")),
                RequestBody.fromString("hello"));
        URI address;
        try (S3Presigner presigner =
                S3Presigner.builder()
                        .endpointOverride(cloud.s3())
                        .region(Region.of(EmbeddedEngines.REGION))
                        .credentialsProvider(TestClients.CREDENTIALS)
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build()) {
            address =
                    presigner
                            .presignGetObject(
                                    p ->
                                            p.signatureDuration(Duration.ofMinutes(1))
                                                    .getObjectRequest(
                                                            r -> r.bucket("presigned").key("k")))
                            .url()
                            .toURI();
        }

        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("hello");
        }
        assertThat(s3.headObject(r -> r.bucket("presigned").key("k")).metadata())
                .containsEntry("who", "me");
    }

    private static CompletedPart part(String uploadId, int number, byte[] bytes) {
        String tag =
                s3.uploadPart(
                                r ->
                                        r.bucket("parts")
                                                .key("a/b.bin")
                                                .uploadId(uploadId)
                                                .partNumber(number),
                                RequestBody.fromBytes(bytes))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private static String queue(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }

    private static String arn(String queueUrl) {
        return "arn:aws:sqs:%s:%s:%s"
                .formatted(
                        EmbeddedEngines.REGION,
                        EmbeddedEngines.ACCOUNT,
                        queueUrl.substring(queueUrl.lastIndexOf('/') + 1));
    }

    private static void subscribe(String topic, String queue, Map<String, String> attributes) {
        sns.subscribe(
                r ->
                        r.topicArn(topic)
                                .protocol("sqs")
                                .endpoint(arn(queue))
                                .attributes(attributes)
                                .returnSubscriptionArn(true));
    }

    private static void publish(String topic, String message, String type) {
        sns.publish(
                r ->
                        r.topicArn(topic)
                                .message(message)
                                .messageAttributes(
                                        Map.of(
                                                "type",
                                                software.amazon.awssdk.services.sns.model
                                                        .MessageAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue(type)
                                                        .build())));
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    private static List<Message> receive(String queue) {
        return sqs.receiveMessage(
                        r ->
                                r.queueUrl(queue)
                                        .maxNumberOfMessages(10)
                                        .messageAttributeNames("All")
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }
}
