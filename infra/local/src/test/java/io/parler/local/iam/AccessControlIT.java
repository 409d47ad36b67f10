package io.parler.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.engine.EmbeddedEngines;
import io.parler.local.engine.TestClients;
import io.parler.local.usage.UsageLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The SDK's clients with a function's key, on endpoints that check it, in front of the engines.
class AccessControlIT {
    private static final int CALLS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Arns ARNS = new Arns(EmbeddedEngines.REGION, EmbeddedEngines.ACCOUNT);
    private static final String POLICY =
            """
            {"Statement": [
              {"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Query"], "Resource": "arn:aws:dynamodb:us-east-1:000000000000:table/baskets"},
              {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::open/mine/*"},
              {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::listed", "arn:aws:s3:::listed/*"]},
              {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:000000000000:jobs"},
              {"Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:000000000000:sold"}]}
            """;

    @TempDir static Path data;

    private static EmbeddedEngines engines;
    private static AccessControl access;
    private static DynamoDbClient dynamoDb;
    private static SqsClient sqs;
    private static SnsClient sns;
    private static S3Client s3;

    @BeforeAll
    static void start() throws IOException {
        engines = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
        access = new AccessControl(ARNS, data.resolve("used-permissions.json"), UsageLog.none());
        String key = access.keyOf(role());
        dynamoDb = TestClients.dynamoDb(access.dynamoDb(engines.dynamoDb()), key);
        sqs = TestClients.sqs(access.sqs(engines.sqs()), key);
        sns = TestClients.sns(access.sns(engines.sns()), key);
        s3 = TestClients.s3(access.s3(engines.s3()), key);
        try (DynamoDbClient tables = TestClients.dynamoDb(engines.dynamoDb())) {
            tables.createTable(
                    r ->
                            r.tableName("baskets")
                                    .billingMode(BillingMode.PAY_PER_REQUEST)
                                    .attributeDefinitions(
                                            AttributeDefinition.builder()
                                                    .attributeName("id")
                                                    .attributeType(ScalarAttributeType.S)
                                                    .build())
                                    .keySchema(
                                            KeySchemaElement.builder()
                                                    .attributeName("id")
                                                    .keyType(KeyType.HASH)
                                                    .build()));
        }
        try (S3Client buckets = TestClients.s3(engines.s3())) {
            buckets.createBucket(r -> r.bucket("open"));
            buckets.createBucket(r -> r.bucket("listed"));
        }
        try (SqsClient queues = TestClients.sqs(engines.sqs());
                SnsClient topics = TestClients.sns(engines.sns())) {
            queues.createQueue(r -> r.queueName("jobs"));
            queues.createQueue(r -> r.queueName("other"));
            topics.createTopic(r -> r.name("sold"));
        }
    }

    private static Role role() throws IOException {
        return Role.ofFunction(
                "shop.yaml:3",
                "shop-OrdersRole",
                "shop-Orders",
                JSON.createObjectNode().set("Policies", JSON.readTree(POLICY)),
                new ManagedPolicies(ARNS));
    }

    @AfterAll
    static void stop() {
        access.close();
        engines.close();
    }

    @Test
    void dynamoDbDeniesAsOnAws() {
        assertThat(getItem(dynamoDb)).isFalse();
        AwsServiceException denied =
                denied(() -> dynamoDb.putItem(r -> r.tableName("baskets").item(item())));
        assertThat(denied.statusCode()).isEqualTo(400);
        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        assertThat(denied.awsErrorDetails().errorMessage())
                .isEqualTo(
                        "User: arn:aws:sts::000000000000:assumed-role/shop-OrdersRole/shop-Orders is not"
                                + " authorized to perform: dynamodb:PutItem on resource:"
                                + " arn:aws:dynamodb:us-east-1:000000000000:table/baskets because no"
                                + " identity-based policy allows the dynamodb:PutItem action");
    }

    @Test
    void sqsDeniesAsOnAws() {
        String url = engines.sqs() + "/000000000000/";
        sqs.sendMessage(r -> r.queueUrl(url + "jobs").messageBody("x"));
        AwsServiceException denied =
                denied(() -> sqs.sendMessage(r -> r.queueUrl(url + "other").messageBody("x")));
        assertThat(denied.statusCode()).isEqualTo(400);
        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        assertThat(denied.awsErrorDetails().errorMessage())
                .contains("not authorized to perform: sqs:sendmessage on resource:")
                .endsWith("allows the sqs:sendmessage action");
    }

    @Test
    void snsDeniesAsOnAws() {
        String topics = "arn:aws:sns:us-east-1:000000000000:";
        sns.publish(r -> r.topicArn(topics + "sold").message("x"));
        AwsServiceException denied =
                denied(() -> sns.publish(r -> r.topicArn(topics + "other").message("x")));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AuthorizationError");
        assertThat(denied.awsErrorDetails().errorMessage())
                .contains(
                        "not authorized to perform: SNS:Publish on resource: " + topics + "other");
    }

    @Test
    void s3DeniesAsOnAws() {
        S3Exception denied =
                (S3Exception)
                        denied(
                                () ->
                                        s3.putObject(
                                                r -> r.bucket("open").key("others/x"),
                                                RequestBody.fromString("x")));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        assertThat(denied.awsErrorDetails().errorMessage())
                .contains(
                        "not authorized to perform: s3:PutObject on resource: arn:aws:s3:::open/others/x");
    }

    @Test
    void aLargeObjectGoesThroughUnchangedAndInRanges() {
        byte[] large = new byte[20 * 1024 * 1024];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        s3.putObject(r -> r.bucket("open").key("mine/large"), RequestBody.fromBytes(large));
        assertThat(s3.getObjectAsBytes(r -> r.bucket("open").key("mine/large")).asByteArrayUnsafe())
                .isEqualTo(large);
        assertThat(
                        s3.getObjectAsBytes(
                                        r -> r.bucket("open").key("mine/large").range("bytes=5-9"))
                                .asByteArrayUnsafe())
                .isEqualTo(Arrays.copyOfRange(large, 5, 10));
        assertThat(s3.headObject(r -> r.bucket("open").key("mine/large")).contentLength())
                .isEqualTo(large.length);
    }

    @Test
    void onlyWhoMayListABucketLearnsThatAnObjectIsNotThere() {
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("listed").key("none")));
        assertThat(
                        denied(() -> s3.getObjectAsBytes(r -> r.bucket("open").key("mine/none")))
                                .statusCode())
                .isEqualTo(403);
        assertThat(denied(() -> s3.headObject(r -> r.bucket("open").key("mine/none"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatACallConsumesIsWrittenDown(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("usage.jsonl");
        try (UsageLog usage = UsageLog.to(file);
                AccessControl measured =
                        new AccessControl(ARNS, folder.resolve("used.json"), usage)) {
            String key = measured.keyOf(role());
            try (DynamoDbClient tables =
                            TestClients.dynamoDb(measured.dynamoDb(engines.dynamoDb()), key);
                    S3Client buckets = TestClients.s3(measured.s3(engines.s3()), key)) {
                getItem(tables);
                denied(() -> tables.putItem(r -> r.tableName("baskets").item(item())));
                buckets.putObject(
                        r -> r.bucket("open").key("mine/ten"), RequestBody.fromBytes(new byte[10]));
            }
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2); // what is denied is not billed
        JsonNode get = JSON.readTree(lines.getFirst());
        assertThat(get.path("function").asText()).isEqualTo("shop-Orders");
        assertThat(get.path("action").asText()).isEqualTo("dynamodb:GetItem");
        assertThat(get.path("capacity").path("baskets").asDouble()).isEqualTo(0.5);
        JsonNode put = JSON.readTree(lines.getLast());
        assertThat(put.path("action").asText()).isEqualTo("s3:PutObject");
        assertThat(put.path("sent").asLong()).isBetween(10L, 500L); // with a signed chunk around it
    }

    @Test
    void anUnknownKeyIsRefused() {
        URI address = access.dynamoDb(engines.dynamoDb());
        try (DynamoDbClient stranger = TestClients.dynamoDb(address, "stranger")) {
            assertThat(denied(() -> getItem(stranger)).awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException");
        }
    }

    @Test
    void theReportSaysWhatWasUsedAndWhatWasDenied() throws IOException {
        getItem(dynamoDb);
        denied(() -> dynamoDb.putItem(r -> r.tableName("baskets").item(item())));
        JsonNode report =
                JSON.readTree(data.resolve("used-permissions.json").toFile()).path("shop-Orders");
        assertThat(report.path("granted"))
                .anyMatch(p -> is(p, "dynamodb:GetItem") && p.path("used").asBoolean())
                .anyMatch(p -> is(p, "dynamodb:Query") && !p.path("used").asBoolean());
        assertThat(report.path("denied")).anyMatch(p -> is(p, "dynamodb:PutItem"));
    }

    @Test
    void checkingCostsACallLittle() {
        try (DynamoDbClient direct = TestClients.dynamoDb(engines.dynamoDb())) {
            measured(direct, CALLS / 10);
            measured(dynamoDb, CALLS / 10);
            Duration without = Duration.ZERO;
            Duration with = Duration.ZERO;
            for (int i = 0; i < 10; i++) { // in turns: other processes disturb both alike
                without = without.plus(measured(direct, CALLS / 10));
                with = with.plus(measured(dynamoDb, CALLS / 10));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d GetItem: %d ms without the check, %d ms with it, ratio %.2f%n",
                    CALLS,
                    without.toMillis(),
                    with.toMillis(),
                    (double) with.toNanos() / without.toNanos());
            assertThat(with).isPositive();
        }
    }

    private static Duration measured(DynamoDbClient client, int calls) {
        long begun = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            getItem(client);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static boolean getItem(DynamoDbClient client) {
        return client.getItem(r -> r.tableName("baskets").key(item())).hasItem();
    }

    private static Map<String, AttributeValue> item() {
        return Map.of("id", AttributeValue.fromS("1"));
    }

    private static boolean is(JsonNode permission, String action) {
        return permission.path("action").asText().equals(action);
    }

    private static AwsServiceException denied(Runnable call) {
        try {
            call.run();
        } catch (AwsServiceException e) {
            return e;
        }
        throw new AssertionError("the call was allowed");
    }
}
