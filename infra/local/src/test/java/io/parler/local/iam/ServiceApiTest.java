package io.parler.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceApiTest {
    private static final Arns ARNS = new Arns("eu-west-1", "000000000000");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetItem|{'TableName':'t'}|dynamodb:GetItem table/t",
                "Query|{'TableName':'t','IndexName':'i'}|dynamodb:Query table/t/index/i",
                "BatchGetItem|{'RequestItems':{'a':{},'b':{}}}|dynamodb:BatchGetItem table/a;dynamodb:BatchGetItem table/b",
                "TransactWriteItems|{'TransactItems':[{'Put':{'TableName':'a'}},{'ConditionCheck':{'TableName':'b'}}]}"
                        + "|dynamodb:PutItem table/a;dynamodb:ConditionCheckItem table/b",
                "ListStreams|{}|"
            })
    void anActionOfDynamoDbIsOnTablesAndIndexes(String action, String body, String expected)
            throws IOException {
        assertThat(
                        json(new DynamoDbApi(ARNS), "DynamoDB_20120810." + action, body).stream()
                                .map(p -> p.action() + " " + p.resource()))
                .containsExactlyElementsOf(
                        expected == null
                                ? List.of()
                                : List.of(
                                        expected.replace(
                                                        " table/",
                                                        " arn:aws:dynamodb:eu-west-1:000000000000:table/")
                                                .split(";", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "SendMessage, QueueUrl, http://127.0.0.1:1/000000000000/jobs, sqs:SendMessage",
        "SendMessageBatch, QueueUrl, http://127.0.0.1:1/000000000000/jobs, sqs:SendMessage",
        "GetQueueUrl, QueueName, jobs, sqs:GetQueueUrl"
    })
    void anActionOfSqsIsOnAQueue(String action, String field, String value, String expected)
            throws IOException {
        assertThat(
                        json(
                                new SqsApi(ARNS),
                                "AmazonSQS." + action,
                                "{'" + field + "':'" + value + "'}"))
                .containsExactly(
                        new Permission(expected, "arn:aws:sqs:eu-west-1:000000000000:jobs"));
    }

    @Test
    void anActionOfTheParameterStoreIsOnEachParameter() throws IOException {
        String parameter = "arn:aws:ssm:eu-west-1:000000000000:parameter";
        assertThat(json(new SsmApi(ARNS), "AmazonSSM.GetParameters", "{'Names':['/a/b','c']}"))
                .containsExactly(
                        new Permission("ssm:GetParameters", parameter + "/a/b"),
                        new Permission("ssm:GetParameters", parameter + "/c"));
    }

    @Test
    void aParameterThatStandsForASecretNeedsTheRightToReadTheSecret() throws IOException {
        assertThat(
                        json(
                                new SsmApi(ARNS),
                                "AmazonSSM.GetParameter",
                                "{'Name':'/aws/reference/secretsmanager/shop/key:AWSPREVIOUS'}"))
                .containsExactly(
                        new Permission(
                                "ssm:GetParameter",
                                "arn:aws:ssm:eu-west-1:000000000000:parameter/aws/reference/secretsmanager/shop/key"),
                        new Permission("secretsmanager:GetSecretValue", ARNS.secret("shop/key")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anActionOfSecretsManagerIsOnASecret(boolean byArn) throws IOException {
        assertThat(ARNS.secret("shop/key"))
                .matches("arn:aws:secretsmanager:eu-west-1:000000000000:secret:shop/key-.{6}");
        String id = byArn ? ARNS.secret("shop/key") : "shop/key";
        assertThat(
                        json(
                                new SecretsManagerApi(ARNS),
                                "secretsmanager.PutSecretValue",
                                "{'SecretId':'" + id + "'}"))
                .containsExactly(
                        new Permission("secretsmanager:PutSecretValue", ARNS.secret("shop/key")));
    }

    @Test
    void anActionOfStepFunctionsIsOnAStateMachineOrAnExecution() throws IOException {
        StepFunctionsApi api = new StepFunctionsApi();
        assertThat(json(api, "AWSStepFunctions.StartExecution", "{'stateMachineArn':'m'}"))
                .containsExactly(new Permission("states:StartExecution", "m"));
        assertThat(json(api, "AWSStepFunctions.StopExecution", "{'executionArn':'e'}"))
                .containsExactly(new Permission("states:StopExecution", "e"));
        assertThat(json(api, "AWSStepFunctions.SendTaskSuccess", "{'taskToken':'t'}"))
                .containsExactly(new Permission("states:SendTaskSuccess", "*"));
    }

    @Test
    void aBatchOfMessagesNeedsTheRightToPublish() throws IOException {
        String form = "Action=PublishBatch&TopicArn=arn%3Aaws%3Asns%3Ax";
        assertThat(
                        new SnsApi()
                                .needed(
                                        head("POST / HTTP/1.1"),
                                        form.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Permission("sns:Publish", "arn:aws:sns:x"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /b/a/x%20y.txt, s3:GetObject, b/a/x y.txt",
        "GET, /b/a+b?x-id=GetObject, s3:GetObject, b/a+b",
        "HEAD, /b/k, s3:GetObject, b/k",
        "PUT, /b/k?x-id=PutObject, s3:PutObject, b/k",
        "PUT, /b/k?partNumber=1&uploadId=u, s3:PutObject, b/k",
        "POST, /b/k?uploads, s3:PutObject, b/k",
        "POST, /b/k?uploadId=u, s3:PutObject, b/k",
        "DELETE, /b/k?uploadId=u, s3:AbortMultipartUpload, b/k",
        "DELETE, /b/k, s3:DeleteObject, b/k",
        "GET, /b?list-type=2&prefix=a%2F, s3:ListBucket, b",
        "HEAD, /b, s3:ListBucket, b"
    })
    void anActionOfS3FollowsFromMethodPathAndQuery(
            String method, String target, String action, String resource) throws IOException {
        assertThat(new S3Api().needed(head(method + " " + target + " HTTP/1.1"), new byte[0]))
                .containsExactly(new Permission(action, "arn:aws:s3:::" + resource));
    }

    @Test
    void eachObjectOfADeletionNeedsItsPermission() throws IOException {
        HttpHead head = head("POST /b?delete HTTP/1.1");
        String body =
                "<Delete><Object><Key>a/1</Key></Object><Object><Key>a/&lt;2&gt;</Key></Object></Delete>";

        assertThat(new S3Api().readsBody(head)).isTrue();
        assertThat(new S3Api().readsBody(head("PUT /b/k HTTP/1.1"))).isFalse();
        assertThat(new S3Api().needed(head, body.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Permission("s3:DeleteObject", "arn:aws:s3:::b/a/1"),
                        new Permission("s3:DeleteObject", "arn:aws:s3:::b/a/<2>"));
    }

    @ParameterizedTest
    @CsvSource({"GET, /b/k?acl", "PUT, /b/k?tagging", "GET, /b?policy", "POST, /b?delete"})
    void noPermissionIsKnownForOtherCallsOfS3(String method, String target) throws IOException {
        assertThat(new S3Api().needed(head(method + " " + target + " HTTP/1.1"), new byte[0]))
                .isEmpty();
    }

    @Test
    void aCopyAlsoNeedsTheRightToReadItsSource() throws IOException {
        assertThat(
                        new S3Api()
                                .needed(
                                        head("PUT /b/k HTTP/1.1", "x-amz-copy-source: /a/old%20k"),
                                        new byte[0]))
                .containsExactly(
                        new Permission("s3:PutObject", "arn:aws:s3:::b/k"),
                        new Permission("s3:GetObject", "arn:aws:s3:::a/old k"));
    }

    @ParameterizedTest
    @CsvSource({
        "f/invocations, f",
        "f/invocations?Qualifier=live, f:live",
        "arn%3Aaws%3Alambda%3Aeu-west-1%3A000000000000%3Afunction%3Af%3Alive/invocations, f:live",
        "000000000000%3Afunction%3Af/invocations, f"
    })
    void anInvocationIsOfAFunctionOrItsAlias(String path, String function) throws IOException {
        assertThat(
                        new InvokeApi(ARNS)
                                .needed(
                                        head("POST /2015-03-31/functions/" + path + " HTTP/1.1"),
                                        new byte[0]))
                .containsExactly(
                        new Permission(
                                "lambda:InvokeFunction",
                                "arn:aws:lambda:eu-west-1:000000000000:function:" + function));
    }

    @Test
    void anOperationThatIsNotListedNeedsAPermissionThatIsNotKnown() throws IOException {
        RestApi api = new RestApi(List.of(new RestOperation("GET", "/v1/words/*", "t:GetWord")));
        assertThat(api.needed(head("GET /v1/words/a?b=c HTTP/1.1"), new byte[0]))
                .containsExactly(new Permission("t:GetWord", "*"));
        assertThat(api.needed(head("POST /v1/words/a HTTP/1.1"), new byte[0])).isEmpty();
    }

    private static List<Permission> json(JsonApi api, String target, String body)
            throws IOException {
        return api.needed(
                head("POST / HTTP/1.1", "X-Amz-Target: " + target),
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static HttpHead head(String... lines) throws IOException {
        String text = String.join("\r\n", lines) + "\r\n\r\n";
        return HttpHead.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
                .orElseThrow();
    }
}
