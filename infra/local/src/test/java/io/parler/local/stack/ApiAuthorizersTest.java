package io.parler.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.iam.Arns;
import io.parler.local.iam.Permission;
import io.parler.local.iam.Policies;
import io.parler.local.iam.Role;
import io.parler.local.iam.RoleCheck;
import io.parler.local.secret.SecretStore;
import io.parler.local.template.TemplateException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiAuthorizersTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String ARN =
            "arn:aws:lambda:us-east-1:000000000000:function:test-dev-keys-Gatekeeper:live";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private final Map<String, String> parameters = new HashMap<>();
    private FakeAws aws;

    @BeforeEach
    void copyTheTemplates() throws IOException {
        aws = new FakeAws();
        Files.createDirectories(folder.resolve("authorizers"));
        Files.createDirectories(folder.resolve("suite"));
        for (String file :
                List.of(
                        "authorizers/suite.yaml",
                        "authorizers/keys.yaml",
                        "authorizers/shop.yaml",
                        "suite/edge.yaml")) {
            Files.copy(RESOURCES.resolve(file), folder.resolve(file));
        }
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aRouteHasTheDefaultAuthorizerOrItsOwnOrNone() {
        assertThat(authorizer("GET /orders/{id}"))
                .hasValueSatisfying(
                        a -> {
                            assertThat(a.name()).isEqualTo("Always");
                            assertThat(a.functionArn()).isEqualTo(ARN);
                            assertThat(a.identitySources()).isEmpty();
                            assertThat(a.ttl()).isZero();
                        });
        assertThat(authorizer("$default")).map(RequestAuthorizer::name).contains("Always");
        assertThat(authorizer("GET /open")).isEmpty();
        assertThat(authorizer("POST /orders"))
                .hasValueSatisfying(
                        a -> {
                            assertThat(a.identitySources())
                                    .extracting(RequestAuthorizer.IdentitySource::expression)
                                    .containsExactly(
                                            "$request.header.X-Api-Key",
                                            "$request.querystring.shop",
                                            "$context.routeKey");
                            assertThat(a.ttl()).isEqualTo(Duration.ofMinutes(1));
                        });
        assertThat(authorizer("ANY /tokens/{proxy+}"))
                .map(RequestAuthorizer::ttl)
                .contains(Duration.ofMinutes(5));
    }

    @Test
    void theRoleMayInvokeWhatItsPoliciesAllow() {
        Role role = authorizer("GET /orders/{id}").flatMap(RequestAuthorizer::role).orElseThrow();
        assertThat(role.denial(new Permission("lambda:InvokeFunction", ARN))).isEmpty();
        assertThat(role.denial(new Permission("lambda:InvokeFunction", ARN + "2"))).isPresent();
        assertThat(authorizer("ANY /tokens/{proxy+}").flatMap(RequestAuthorizer::role)).isEmpty();
    }

    /// The check by somebody else: AWS's own translator reads the same template.
    @Test
    void eachRouteHasTheAuthorizerThatSamGivesIt() throws Exception {
        Assumptions.assumeTrue(
                run("python3", "-c", "import samtranslator").code() == 0,
                "samtranslator is not installed");
        Run sam =
                run(
                        "python3",
                        "src/test/python/sam_authorizers.py",
                        RESOURCES.resolve("authorizers/shop.yaml").toString(),
                        "AuthorizerArn=" + ARN);
        assertThat(sam.code()).as(sam.out()).isZero();

        ObjectNode ours = JSON.createObjectNode();
        for (Api.Route route : api().routes()) {
            ours.set(route.key(), route.authorizer().map(this::asSam).orElse(null));
        }
        assertThat(JSON.readTree(ours.toString())).isEqualTo(JSON.readTree(sam.out()));
    }

    private JsonNode asSam(RequestAuthorizer authorizer) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", authorizer.name());
        node.put(
                "uri",
                "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                        + authorizer.functionArn()
                        + "/invocations");
        node.put("credentials", authorizer.role().map(role -> "InvokeRole.Arn").orElse(null));
        authorizer
                .identitySources()
                .forEach(source -> node.withArray("identitySource").add(source.expression()));
        node.withArray("identitySource");
        // Without ReauthorizeEvery the default of API Gateway holds.
        boolean isDefault = authorizer.ttl().equals(Duration.ofMinutes(5));
        if (isDefault) {
            node.putNull("ttl");
        } else {
            node.put("ttl", authorizer.ttl().toSeconds());
        }
        return node.put("payload", "2.0").put("simple", true);
    }

    @Test
    void whatIsNotSupportedIsNamedAtTheStart() throws IOException {
        edit("EnableSimpleResponses: true\n            Identity: {Head", "Identity: {Head");
        assertRefused("WithKey: an authorizer without EnableSimpleResponses");
        edit(
                "Identity: {Headers: [X-Api-Key]",
                "EnableSimpleResponses: false\n            Identity: {StageVariables: [x]");
        assertRefused(
                "EnableSimpleResponses false is not supported here",
                "Identity.StageVariables is not supported here");
        edit(
                "            EnableSimpleResponses: false\n",
                "            JwtConfiguration: {issuer: x}\n");
        assertRefused("Authorizers.WithKey.JwtConfiguration is not supported here");
    }

    @Test
    void whatAwsWouldRefuseIsRefused() throws IOException {
        String original = Files.readString(shop());
        edit("DefaultAuthorizer: Always", "DefaultAuthorizer: Never");
        assertRefused("the API has no authorizer Never");
        Files.writeString(shop(), original);
        edit("        DefaultAuthorizer: Always\n", "");
        assertRefused("Authorizer NONE is for an API with a DefaultAuthorizer only");
        Files.writeString(shop(), original);
        edit("Identity: {ReauthorizeEvery: 0}", "Identity: {ReauthorizeEvery: 10}");
        assertRefused("ReauthorizeEvery needs an identity source");
        Files.writeString(shop(), original);
        edit("Service: apigateway", "Service: lambda");
        assertRefused("apigateway.amazonaws.com is not allowed to assume");
        Files.writeString(shop(), original);
        edit(
                "FunctionInvokeRole: !GetAtt InvokeRole.Arn",
                "FunctionInvokeRole: arn:aws:iam::1:role/x");
        assertRefused("arn:aws:iam::1:role/x is not a role of this suite");
    }

    private void assertRefused(String... messages) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::api)
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    private Path shop() {
        return folder.resolve("authorizers/shop.yaml");
    }

    private void edit(String before, String after) throws IOException {
        String text = Files.readString(shop());
        assertThat(text).contains(before);
        Files.writeString(shop(), text.replaceFirst(Pattern.quote(before), after));
    }

    private Optional<RequestAuthorizer> authorizer(String routeKey) {
        return api().routes().stream()
                .filter(route -> route.key().equals(routeKey))
                .findFirst()
                .orElseThrow()
                .authorizer();
    }

    private Api api() {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return Stacks.read(SuiteFile.read(folder.resolve("authorizers/suite.yaml")))
                    .deploy(
                            Map.of(),
                            new ParametersInMemory(parameters),
                            new Account(
                                    aws.endpoints(),
                                    aws.endpoints(),
                                    Policies.in(new Arns("us-east-1", "000000000000")),
                                    Role::name,
                                    RoleCheck.allowingAll(),
                                    new SecretStore(folder),
                                    new Arns("us-east-1", "000000000000")),
                            http)
                    .apis()
                    .getFirst();
        }
    }

    private record Run(int code, String out) {}

    private static Run run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Run(127, Objects.toString(e.getMessage()));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out);
    }
}
