package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.iam.Arns;
import io.parler.local.secret.PasswordRules;
import io.parler.local.secret.SecretStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPlaneTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path built;
    @TempDir Path data;
    private static Path archive = Path.of("unset");

    private final HttpClient http = HttpClient.newHttpClient();
    private Functions functions = Functions.inThisProcess(Path.of("unset"));
    private URI address = URI.create("http://unset");
    private AutoCloseable server = () -> {};

    @BeforeAll
    static void compile() throws IOException {
        archive =
                TestArchive.zip(
                        built,
                        Map.of(
                                "Echo",
                                """
                                public class Echo implements RequestStreamHandler {
                                    public void handleRequest(InputStream in, OutputStream out, Context c) throws IOException {
                                        String text = new String(in.readAllBytes());
                                        if (text.contains("boom")) { throw new IllegalStateException("boom"); }
                                        System.out.println("saw " + text);
                                        out.write(text.getBytes());
                                    }
                                }"""));
    }

    @BeforeEach
    void start() {
        functions = Functions.inThisProcess(data);
        functions.add(
                new FunctionSpec(
                        "echo", archive, "fn.Echo", Map.of(), Duration.ofSeconds(20), 128, 1));
        SecretStore secrets = new SecretStore(data);
        secrets.create(
                "shop/session",
                new PasswordRules(40, List.of(PasswordRules.DIGITS), false),
                UnaryOperator.identity());
        ControlPlane control =
                ControlPlane.start(functions, secrets, new Arns("us-east-1", "000000000000"));
        server = control;
        address = control.address();
        control.putParameter("/suite/a/topic", "arn:of:topic");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        functions.close();
        http.close();
    }

    @Test
    void aFunctionIsInvokedByName() throws Exception {
        HttpResponse<String> response = invoke("echo", "{\"x\":1}", "RequestResponse");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"x\":1}");
        assertThat(response.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    }

    @Test
    void aFunctionIsInvokedByArn() throws Exception {
        String arn = "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Aecho%3Alive";

        assertThat(invoke(arn, "1", "RequestResponse").body()).isEqualTo("1");
    }

    @Test
    void anExceptionOfAFunctionIsMarkedAsFunctionError() throws Exception {
        HttpResponse<String> response = invoke("echo", "\"boom\"", "RequestResponse");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
        assertThat(response.body()).contains("\"errorType\":\"java.lang.IllegalStateException\"");
    }

    @Test
    void anUnknownFunctionIsNotFound() throws Exception {
        HttpResponse<String> response = invoke("nobody", "{}", "RequestResponse");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("x-amzn-ErrorType"))
                .contains("ResourceNotFoundException");
    }

    @Test
    void aBodyThatIsNotJsonIsRejected() throws Exception {
        assertThat(invoke("echo", "{", "RequestResponse").statusCode()).isEqualTo(400);
    }

    @Test
    void anAsynchronousEventIsAcceptedAndRunLater() throws Exception {
        assertThat(invoke("echo", "\"later\"", "Event").statusCode()).isEqualTo(202);

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                Files.readString(data.resolve("logs/echo.log"))
                                        .contains("saw \"later"));
    }

    @Test
    void aParameterIsReadAndWritten() throws Exception {
        assertThat(ssm("GetParameter", "{\"Name\": \"/suite/a/topic\"}").body())
                .contains("\"Value\":\"arn:of:topic\"");

        ssm(
                "PutParameter",
                "{\"Name\": \"/suite/a/b/deep\", \"Value\": \"v\", \"Type\": \"String\"}");

        assertThat(ssm("GetParametersByPath", "{\"Path\": \"/suite/a\"}").body())
                .contains("/suite/a/topic")
                .doesNotContain("deep");
        assertThat(
                        ssm("GetParametersByPath", "{\"Path\": \"/suite/a\", \"Recursive\": true}")
                                .body())
                .contains("deep");
    }

    @Test
    void aParameterIsOverwrittenOnlyOnRequest() throws Exception {
        HttpResponse<String> response =
                ssm("PutParameter", "{\"Name\": \"/suite/a/topic\", \"Value\": \"other\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("ParameterAlreadyExists");
    }

    @Test
    void unsupportedParameterStoreActionsAreNamed() throws Exception {
        HttpResponse<String> response = ssm("StartSession", "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("ssm:StartSession is not supported here");
    }

    @Test
    void aMissingParameterIsNotFound() throws Exception {
        assertThat(ssm("GetParameter", "{\"Name\": \"/absent\"}").body())
                .contains("\"__type\":\"ParameterNotFound\"");
    }

    @Test
    void aSecretIsReadThroughTheParameterStore() throws Exception {
        JsonNode parameter = secret("").path("Parameter");
        assertThat(parameter.path("Value").asText()).matches("[0-9]{40}");
        assertThat(parameter.path("Type").asText()).isEqualTo("SecureString");
        assertThat(parameter.path("Name").asText())
                .isEqualTo("/aws/reference/secretsmanager/shop/session");
        assertThat(
                        ssm(
                                        "GetParameter",
                                        "{\"Name\": \"/aws/reference/secretsmanager/shop/session\"}")
                                .body())
                .contains("ValidationException", "WithDecryption flag must be True");
        assertThat(secret(":AWSPREVIOUS").path("__type").asText()).isEqualTo("ParameterNotFound");
    }

    @Test
    void aRotatedSecretHasItsPreviousVersionBesideTheCurrentOne() throws Exception {
        String first = secret("").path("Parameter").path("Value").asText();
        secretsManager(
                "PutSecretValue", "{\"SecretId\": \"shop/session\", \"SecretString\": \"second\"}");
        assertThat(secret("").path("Parameter").path("Value").asText()).isEqualTo("second");
        assertThat(secret(":AWSPREVIOUS").path("Parameter").path("Value").asText())
                .isEqualTo(first);
        assertThat(secret(":AWSPREVIOUS").path("Parameter").path("Selector").asText())
                .isEqualTo(":AWSPREVIOUS");
        JsonNode both =
                JSON.readTree(
                        ssm(
                                        "GetParameters",
                                        """
                                        {"WithDecryption": true, "Names": [
                                          "/aws/reference/secretsmanager/shop/session:AWSCURRENT",
                                          "/aws/reference/secretsmanager/shop/session:AWSPREVIOUS",
                                          "/aws/reference/secretsmanager/shop/none"]}
                                        """)
                                .body());
        assertThat(both.path("Parameters")).hasSize(2);
        assertThat(both.path("InvalidParameters").get(0).asText())
                .isEqualTo("/aws/reference/secretsmanager/shop/none");
        JsonNode value =
                JSON.readTree(
                        secretsManager(
                                        "GetSecretValue",
                                        "{\"SecretId\": \""
                                                + new Arns("us-east-1", "000000000000")
                                                        .secret("shop/session")
                                                + "\"}")
                                .body());
        assertThat(value.path("SecretString").asText()).isEqualTo("second");
        assertThat(secretsManager("DeleteSecret", "{\"SecretId\": \"shop/session\"}").body())
                .contains("secretsmanager:DeleteSecret is not supported here");
        assertThat(
                        secretsManager(
                                        "PutSecretValue",
                                        "{\"SecretId\": \"x\", \"SecretString\": \"y\"}")
                                .body())
                .contains("ResourceNotFoundException");
    }

    private JsonNode secret(String selector) throws Exception {
        return JSON.readTree(
                ssm(
                                "GetParameter",
                                "{\"Name\": \"/aws/reference/secretsmanager/shop/session"
                                        + selector
                                        + "\", \"WithDecryption\": true}")
                        .body());
    }

    private HttpResponse<String> secretsManager(String action, String body) throws Exception {
        return json("secretsmanager." + action, body);
    }

    private HttpResponse<String> invoke(String name, String payload, String type) throws Exception {
        return http.send(
                HttpRequest.newBuilder(
                                address.resolve("/2015-03-31/functions/" + name + "/invocations"))
                        .header("X-Amz-Invocation-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(payload))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ssm(String action, String body) throws Exception {
        return json("AmazonSSM." + action, body);
    }

    private HttpResponse<String> json(String target, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
