package io.parler.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parler.local.iam.Arns;
import io.parler.local.iam.Permission;
import io.parler.local.iam.Policies;
import io.parler.local.iam.Role;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.FunctionSpec;
import io.parler.local.secret.SecretStore;
import io.parler.local.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StacksTest {
    private static final Path SUITE = Path.of("src/test/resources/suite");

    private static final String BASKETS =
            "arn:aws:dynamodb:us-east-1:000000000000:table/test-dev-shop-Baskets";
    private static final String JOBS = "arn:aws:sqs:us-east-1:000000000000:test-dev-shop-Jobs";

    @TempDir Path folder;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private FakeAws aws;

    @BeforeEach
    void copyTheTemplates() throws IOException {
        aws = new FakeAws();
        for (String file : new String[] {"suite.yaml", "shop.yaml", "edge.yaml"}) {
            Files.copy(SUITE.resolve(file), folder.resolve(file));
        }
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aFunctionHasTheSettingsOfItsTemplateAndTheEndpointsInItsEnvironment() {
        FunctionSpec orders = function(deploy(), "test-dev-shop-Orders");
        assertThat(orders.archive()).isEqualTo(folder.resolve("target/function.zip"));
        assertThat(orders.handler()).isEqualTo("io.parler.local.fixture.EchoFunction");
        assertThat(orders.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(orders.memoryMb()).isEqualTo(512);
        assertThat(orders.environment())
                .containsEntry("SERVICE_NAME", "shop")
                .containsEntry("GREETING", "http://origin:1")
                .containsEntry("TABLE", "test-dev-shop-Baskets")
                .containsEntry("JOBS_URL", aws.address() + "/q/test-dev-shop-Jobs")
                .containsEntry("AWS_REGION", "us-east-1")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", aws.address().toString());
    }

    @Test
    void aScheduleInvokesItsFunctionAtItsRate() throws IOException {
        schedule("rate(5 minutes)");
        assertThat(deploy().schedules())
                .containsExactly(
                        new Stack.Schedule(
                                "test-dev-shop-Packer",
                                "test-dev-shop-Packer-schedule",
                                Duration.ofMinutes(5),
                                Optional.of("{}")));
    }

    @ParameterizedTest
    @CsvSource({"cron(0 12 * * ? *)", "rate(1 minutes)", "rate(2 minute)", "rate(0 days)", "daily"})
    void aScheduleThatIsNoRateIsAnError(String expression) throws IOException {
        schedule(expression);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("Schedule is not a rate")
                .withMessageContaining(expression);
    }

    private void schedule(String expression) throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                "      Events:\n        Jobs:\n",
                                "      Events:\n        Clock: {Type: Schedule, Properties: {Schedule: \""
                                        + expression
                                        + "\", Input: \"{}\"}}\n        Jobs:\n"));
    }

    @Test
    void aStateMachineInvokesFunctionsInItsRole() throws IOException {
        stateMachine("{Type: Pass, Output: \"${Word}\", End: true}");
        Stack.StateMachine machine = deploy().stateMachines().getFirst();
        assertThat(machine.arn())
                .isEqualTo("arn:aws:states:us-east-1:000000000000:stateMachine:test-dev-shop-Pick");
        assertThat(machine.definition().at("/States/A/Output").asText()).isEqualTo("found");
        assertThat(
                        machine.role()
                                .denial(
                                        new Permission(
                                                "lambda:InvokeFunction", "arn:aws:lambda:x")))
                .isEmpty();
    }

    @Test
    void aStateThatIsNotSupportedIsAnErrorOfTheTemplate() throws IOException {
        stateMachine("{Type: Parallel, End: true}");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("Pick: Definition: A: Type Parallel is not supported here");
    }

    private void stateMachine(String state) throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s
                                + """
                                  Pick:
                                    Type: AWS::Serverless::StateMachine
                                    Properties:
                                      Definition: {QueryLanguage: JSONata, StartAt: A, States: {A: STATE}}
                                      DefinitionSubstitutions: {Word: found}
                                      Role: !GetAtt PickRole.Arn
                                  PickRole:
                                    Type: AWS::IAM::Role
                                    Properties:
                                      AssumeRolePolicyDocument:
                                        Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: "sts:AssumeRole"}]
                                      Policies:
                                        - PolicyName: pick
                                          PolicyDocument: {Statement: [{Effect: Allow, Action: "lambda:InvokeFunction", Resource: "arn:aws:lambda:x"}]}
                                """
                                        .replace("STATE", state));
    }

    @Test
    void queuesTopicsTablesAndBucketsAreCreatedThroughTheirApis() {
        deploy();
        assertThat(aws.queue("test-dev-shop-Jobs").toString())
                .isEqualTo(
                        """
                        {"VisibilityTimeout":"120","RedrivePolicy":"{\\"deadLetterTargetArn\\":\\"arn:aws:sqs:us-east-1:000000000000:test-dev-shop-DeadLetters\\",\\"maxReceiveCount\\":3}"}\
                        """);
        assertThat(aws.calls)
                .anyMatch(call -> call.contains("Name=test-dev-shop-Sold"))
                .anyMatch(
                        call ->
                                call.contains("Action=Subscribe")
                                        && call.contains("value={\"type\":[\"order.placed.v1\"]}")
                                        && call.contains("key=RawMessageDelivery")
                                        && call.contains("TopicArn=arn:topic"))
                .anyMatch(
                        call ->
                                call.startsWith("CreateTable")
                                        && call.contains("\"IndexName\":\"byOwner\""))
                .anyMatch(
                        call ->
                                call.startsWith("UpdateTimeToLive")
                                        && call.contains("\"AttributeName\":\"expiresAt\""))
                .contains("PUT /test-dev-shop-receipts");
    }

    @Test
    void theEdgeFindsApisAndBucketsByTheHostNamesInTheParameterStore() {
        Stack stack = deploy();
        Distribution edge = stack.distributions().getFirst();
        assertThat(edge.behavior("/receipts/1.pdf").originHost())
                .isEqualTo("test-dev-shop-receipts.s3.us-east-1.amazonaws.com");
        assertThat(edge.behavior("/orders").originHost())
                .isEqualTo(stack.apis().getFirst().host())
                .isEqualTo("test-dev-shop-api.execute-api.us-east-1.amazonaws.com");
        assertThat(edge.behavior("/receipts/1.pdf").methods())
                .containsExactlyInAnyOrder("GET", "HEAD");
    }

    @Test
    void eachFunctionHasAnAccessKeyAndTheRoleOfItsPolicies() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                "      MemorySize: 512",
                                """
                                      Policies:
                                        - AWSLambdaBasicExecutionRole
                                        - Statement: {Effect: Allow, Action: dynamodb:GetItem, Resource: !Sub "arn:aws:dynamodb:*:*:table/${Baskets}"}
                                """));
        Stack stack = deploy();
        assertThat(function(stack, "test-dev-shop-Orders").environment())
                .containsEntry("AWS_ACCESS_KEY_ID", "keyOftest-dev-shop-OrdersRole");
        assertThat(denial("Orders", "dynamodb:GetItem", BASKETS)).isEmpty();
        assertThat(denial("Orders", "dynamodb:PutItem", BASKETS)).isPresent();
        assertThat(denial("Orders", "sqs:ReceiveMessage", JOBS)).isPresent();
        // What SAM adds for an event source.
        assertThat(denial("Packer", "sqs:ReceiveMessage", JOBS)).isEmpty();
        assertThat(denial("Packer", "sqs:SendMessage", JOBS)).isPresent();
    }

    @Test
    void aBoundaryOfAStackBeforeLimitsARole() throws IOException {
        edit(
                "edge.yaml",
                s ->
                        s
                                + """
                                  Boundary:
                                    Type: AWS::IAM::ManagedPolicy
                                    Properties:
                                      PolicyDocument: {Statement: [{Effect: Allow, Action: "dynamodb:Get*", Resource: "*"}]}
                                  BoundaryArn:
                                    Type: AWS::SSM::Parameter
                                    Properties: {Name: /test/dev/boundary, Type: String, Value: !Ref Boundary}
                                """);
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                        "Parameters:\n",
                                        "Parameters:\n  BoundaryArn: {Type: AWS::SSM::Parameter::Value<String>, Default: /test/dev/boundary}\n")
                                .replace(
                                        "      MemorySize: 512",
                                        """
                                              PermissionsBoundary: !Ref BoundaryArn
                                              Policies:
                                                Statement: [{Effect: Allow, Action: "dynamodb:*", Resource: "*"}]
                                        """));
        deploy();
        assertThat(denial("Orders", "dynamodb:GetItem", BASKETS)).isEmpty();
        assertThat(denial("Orders", "dynamodb:PutItem", BASKETS))
                .contains("because no permissions boundary allows the dynamodb:PutItem action");
    }

    @Test
    void whatAwsWouldRefuseIsReportedAllAtOnce() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace("VisibilityTimeout: 120", "VisibilityTimeout: 19")
                                .replace("MaximumConcurrency: 2", "MaximumConcurrency: 1")
                                .replace(
                                        "      MemorySize: 512",
                                        "      SnapStart: {ApplyOn: PublishedVersions}")
                                .replace("Queues: [!Ref Jobs, !Ref DeadLetters]", "Queues: []"));
        edit("edge.yaml", s -> s.replaceAll(" +OriginRequestPolicyId: .*\\n", ""));
        String shop = folder.resolve("shop.yaml").toString();
        String packer =
                shop
                        + ":"
                        + line("shop.yaml", "  Packer:")
                        + ": Packer: Events: Jobs: Properties: ";
        String subscription = shop + ":" + line("shop.yaml", "  JobsOnSold:") + ": JobsOnSold: ";
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .satisfies(
                        e ->
                                assertThat(e.errors())
                                        .containsExactlyInAnyOrder(
                                                shop
                                                        + ":"
                                                        + line("shop.yaml", "  Orders:")
                                                        + ": Orders: SnapStart is for published versions only,"
                                                        + " and without AutoPublishAlias there is none",
                                                packer
                                                        + "ScalingConfig.MaximumConcurrency must be at least 2",
                                                packer
                                                        + "VisibilityTimeout of "
                                                        + JOBS
                                                        + " is 19 seconds, less than the function's Timeout of 20",
                                                subscription
                                                        + "nothing will be delivered: no AWS::SQS::QueuePolicy of "
                                                        + JOBS
                                                        + " allows sns.amazonaws.com sqs:SendMessage from arn:topic",
                                                subscription
                                                        + "nothing will be delivered: no AWS::SQS::QueuePolicy of "
                                                        + JOBS.replace("Jobs", "DeadLetters")
                                                        + " allows sns.amazonaws.com sqs:SendMessage from arn:topic",
                                                folder.resolve("edge.yaml")
                                                        + ":"
                                                        + line("edge.yaml", "  Edge:")
                                                        + ": Edge: DistributionConfig: * has no OriginRequestPolicyId, so the API gets no header,"
                                                        + " no cookie and only the query parameters of the cache policy"));
    }

    @Test
    void aBoundaryThatKeepsAFunctionFromItsQueueIsReported() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                        "      Timeout: 20\n",
                                        "      Timeout: 20\n      PermissionsBoundary: !Ref Boundary\n")
                                + """
                                  Boundary:
                                    Type: AWS::IAM::ManagedPolicy
                                    Properties:
                                      PolicyDocument: {Statement: [{Effect: Allow, Action: [sqs:ReceiveMessage, sqs:GetQueueAttributes], Resource: "*"}]}
                                """);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .satisfies(e -> assertThat(e.errors()).hasSize(1))
                .withMessageContaining(
                        "the function can't read from "
                                + JOBS
                                + ", because no permissions boundary allows the sqs:DeleteMessage action");
    }

    @Test
    void aReferenceToAResourceWhoseConditionIsFalseIsReported() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                        "Resources:\n",
                                        "Conditions:\n  IsNever: !Equals [a, b]\n\nResources:\n")
                                .replace("  Receipts:\n", "  Receipts:\n    Condition: IsNever\n")
                                .replace(
                                        "  Sold:\n    Type: AWS::SNS::Topic\n",
                                        """
                                          Sold:
                                            Type: AWS::SNS::Topic
                                            Properties: {KmsMasterKeyId: !If [IsNever, !Ref Receipts, !Sub "${Receipts.Arn}/x"]}
                                          Never:
                                            Type: AWS::SNS::Topic
                                            Condition: IsNever
                                            Properties: {TopicName: !Ref Receipts}
                                        """));
        String shop = folder.resolve("shop.yaml").toString();
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .satisfies(
                        e ->
                                assertThat(e.errors())
                                        .containsExactly(
                                                shop
                                                        + ":"
                                                        + line("shop.yaml", "KmsMasterKeyId")
                                                        + ": Sold refers to Receipts, which does not exist: its condition IsNever is false",
                                                shop
                                                        + ":"
                                                        + line(
                                                                "shop.yaml",
                                                                "Value: !GetAtt Receipts")
                                                        + ": ReceiptsHost refers to Receipts, which does not exist: its condition IsNever is false"));
    }

    private int line(String file, String text) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(text)) {
                    return i + 1 + (text.endsWith(":") ? 1 : 0); // a resource starts below its name
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(text);
    }

    @Test
    void aPolicyThatCanNotBeEvaluatedIsRefusedByName() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                "      MemorySize: 512",
                                "      Policies: [{DynamoDBCrudPolicy: {TableName: !Ref Baskets}}]"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("shop.yaml:")
                .withMessageContaining(
                        "Orders: policy template DynamoDBCrudPolicy is not supported");
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                        "Policies: [{Dyn",
                                        "PermissionsBoundary: \"arn:aws:iam::1:policy/Unknown\"\n      Policies: [{Dyn")
                                .replaceAll("\\{DynamoDBCrudPolicy[^]]*", ""));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("policy/Unknown is not a policy of this suite");
    }

    @Test
    void aSecretIsGeneratedAndReferredToByItsArn() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace("GREETING: !Ref Greeting", "GREETING: !Ref Session")
                                + """
                                  Session:
                                    Type: AWS::SecretsManager::Secret
                                    Properties:
                                      Name: !Sub "${AWS::StackName}/session"
                                      GenerateSecretString:
                                        {PasswordLength: 8, ExcludePunctuation: true, ExcludeUppercase: true, ExcludeCharacters: "01", GenerateStringKey: key, SecretStringTemplate: '{"user": "mara"}'}
                                  Other:
                                    Type: AWS::SecretsManager::Secret
                                    Properties: {GenerateSecretString: {}}
                                """);
        String arn = function(deploy(), "test-dev-shop-Orders").environment().get("GREETING");
        assertThat(arn)
                .matches(
                        "arn:aws:secretsmanager:us-east-1:000000000000:secret:test-dev-shop/session-.{6}");
        SecretStore secrets = new SecretStore(folder);
        assertThat(secrets.get("test-dev-shop/session", "AWSCURRENT").orElseThrow().value())
                .matches("\\{\"user\":\"mara\",\"key\":\"[a-z2-9]{8}\"}");
        assertThat(secrets.get("test-dev-shop-Other", "AWSCURRENT").orElseThrow().value())
                .hasSize(32);
        edit("shop.yaml", s -> s.replace("GenerateSecretString: {}", "Description: x"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining(
                        "Other: a secret without GenerateSecretString is not supported here");
    }

    @Test
    void whatIsNoKeyForSignedUrlsIsRefused() throws IOException {
        edit(
                "edge.yaml",
                s ->
                        s
                                + """
                                  Signer:
                                    Type: AWS::CloudFront::PublicKey
                                    Properties: {PublicKeyConfig: {Name: s, CallerReference: s, EncodedKey: "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----"}}
                                """);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("EncodedKey is not a public key for signed URLs");
        edit("edge.yaml", s -> s.replaceAll("(?s)  Signer:.*", ""));
        edit(
                "edge.yaml",
                s ->
                        s.replace(
                                "TargetOriginId: receipts,",
                                "TargetOriginId: receipts, TrustedKeyGroups: [x],"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("/receipts/*: x is not a key group");
    }

    private Optional<String> denial(String function, String action, String resource) {
        return Objects.requireNonNull(roles.get("test-dev-shop-" + function))
                .denial(new Permission(action, resource));
    }

    @Test
    void aChangedRouteIsDeployed() throws IOException {
        edit(
                "shop.yaml",
                s -> s.replace("Method: POST, Path: /orders", "Method: PUT, Path: /baskets"));
        assertThat(deploy().apis().getFirst().routes())
                .extracting(Api.Route::key)
                .containsExactlyInAnyOrder("GET /orders/{id}", "PUT /baskets");
    }

    @Test
    void aChangedQueueIsUpdated() throws IOException {
        deploy();
        edit(
                "shop.yaml",
                s ->
                        s.replace("VisibilityTimeout: 120", "VisibilityTimeout: 240")
                                .replace("BatchSize: 5", "BatchSize: 1"));
        assertThat(deploy().mappings().getFirst().batchSize()).isEqualTo(1);
        assertThat(aws.queue("test-dev-shop-Jobs").path("VisibilityTimeout").asText())
                .isEqualTo("240");
    }

    @Test
    void aChangedVariableIsDeployed() throws IOException {
        edit("shop.yaml", s -> s.replace("TABLE: !Ref Baskets", "BUCKET: !Ref Receipts"));
        assertThat(function(deploy(), "test-dev-shop-Orders").environment())
                .containsEntry("BUCKET", "test-dev-shop-receipts")
                .doesNotContainKey("TABLE");
    }

    @Test
    void aQueueFeedsItsFunctionAsTheMappingSpecifies() {
        assertThat(deploy().mappings())
                .containsExactly(
                        new Stack.QueueToFunction(
                                "test-dev-shop-Packer",
                                "arn:aws:sqs:us-east-1:000000000000:test-dev-shop-Jobs",
                                aws.address() + "/q/test-dev-shop-Jobs",
                                5,
                                2,
                                true));
    }

    @Test
    void aParameterTypeOfTheStoreReadsWhatAStackBeforeWrote() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                "    Type: String\n    Default: hello",
                                """
                                    Type: AWS::SSM::Parameter::Value<String>
                                    Default: /test/dev/greeting\
                                """));
        edit(
                "suite.yaml",
                s -> s.replace("    local: {Greeting: [\"${origin}\", \"${allow}\"]}\n", ""));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining(
                        "Greeting: no stack before this one wrote /test/dev/greeting");

        parameters.put("/test/dev/greeting", "welcome");
        assertThat(function(deploy(), "test-dev-shop-Orders").environment())
                .containsEntry("GREETING", "welcome");
    }

    @Test
    void aSharedParameterThatWasNotWrittenIsAnError() throws IOException {
        edit("suite.yaml", s -> s.replace("ssm:shop/api-host", "ssm:shop/host"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("no stack before this one wrote /test/dev/shop/host");
    }

    @Test
    void aResourceExistsOnlyWhileItsConditionHolds() throws IOException {
        deploy();
        assertThat(parameters)
                .containsEntry(
                        "/test/dev/opened", "test-dev-shop-receipts.s3.us-east-1.amazonaws.com");
        parameters.clear();
        edit(
                "edge.yaml",
                s ->
                        s.replace(
                                "IsOpen: !Or [!Condition HasReceipts",
                                "IsOpen: !Or [!Not [!Condition HasReceipts]"));
        edit("suite.yaml", s -> s.replaceFirst("(?s)- name: edge.*?- name", "- name"));
        deploy();
        assertThat(parameters).doesNotContainKey("/test/dev/opened");
    }

    @Test
    void aKeyPairIsThereBeforeTheStackThatNeedsIt() throws IOException {
        edit(
                "suite.yaml",
                s -> s.replaceFirst("template: edge.yaml", "$0\n    keyPairs: edge/signing-key"));
        edit(
                "edge.yaml",
                s ->
                        s.replaceFirst(
                                        "Parameters:\n",
                                        "$0  Signer: {Type: \"AWS::SSM::Parameter::Value<String>\","
                                                + " Default: /test/dev/edge/signing-key.pub}\n")
                                + """
                                  Signature:
                                    Type: AWS::CloudFront::PublicKey
                                    Properties: {PublicKeyConfig: {Name: s, CallerReference: s, EncodedKey: !Ref Signer}}
                                """);
        deploy();
        assertThat(parameters.get("/test/dev/edge/signing-key")).contains("BEGIN PRIVATE KEY");
    }

    @Test
    void aResourceMayNotReferToOneThatDoesNotExist() throws IOException {
        edit(
                "edge.yaml",
                s ->
                        s
                                + "  Copy:\n    Type: AWS::SSM::Parameter\n    Properties: {Name: /copy, Type: String, Value: !GetAtt Opened.Value}\n");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining(
                        "Copy refers to Opened, which does not exist: its condition IsOpen is"
                                + " false");
    }

    @Test
    void aResourceWithoutEffectHereStillHasAName() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s
                                + """
                                  Watch: {Type: AWS::CloudWatch::Alarm}
                                  WatchName:
                                    Type: AWS::SSM::Parameter
                                    Properties: {Name: /watch, Type: String, Value: !Ref Watch}
                                """);
        deploy();
        assertThat(parameters).containsEntry("/watch", "test-dev-shop-Watch");
    }

    @Test
    void aFunctionsAliasIsReferredToAsSamNamesIt() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                        "      Timeout: 10\n",
                                        "      Timeout: 10\n      AutoPublishAlias: live\n")
                                + """
                                  OrdersArn:
                                    Type: AWS::SSM::Parameter
                                    Properties: {Name: /orders, Type: String, Value: !Ref Orders.Alias}
                                """);
        deploy();
        assertThat(parameters)
                .containsEntry(
                        "/orders",
                        "arn:aws:lambda:us-east-1:000000000000:function:test-dev-shop-Orders:live");
    }

    @Test
    void theSecondEntryOfAStackUpdatesIt() {
        assertThat(deploy().distributions()).hasSize(1);
        assertThat(deploy().distributions().getFirst().behaviors()).hasSize(2);
    }

    @Test
    void circularDependenciesAreAnError() throws IOException {
        edit(
                "shop.yaml",
                s ->
                        s.replace(
                                "  DeadLetters:\n    Type: AWS::SQS::Queue\n",
                                """
                                  DeadLetters:
                                    Type: AWS::SQS::Queue
                                    Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Jobs.Arn}}
                                """));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("Jobs depends on DeadLetters depends on Jobs");
    }

    @Test
    void anEmptyVariableKeepsTheTemplatesDefault() throws IOException {
        edit("suite.yaml", s -> s.replace("[\"${origin}\", \"${allow}\"]", "\"${env.GREETING}\""));
        assertThat(function(deploy(), "test-dev-shop-Orders").environment())
                .containsEntry("GREETING", "hello");
    }

    @Test
    void environmentVariablesReachParametersAndSecrets() throws IOException {
        edit(
                "suite.yaml",
                s ->
                        s.replace("[\"${origin}\", \"${allow}\"]", "\"${env.SET}\"")
                                + "secrets:\n  /shop/key: ${env.SET}\n  /shop/other: ${env.UNSET}\n");

        assertThat(function(deploy(), "test-dev-shop-Orders").environment())
                .containsEntry("GREETING", "set");
        assertThat(parameters).containsEntry("/shop/key", "set").doesNotContainKey("/shop/other");
    }

    @ParameterizedTest
    @CsvSource({"${env.UNSET:-open}, open", "${env.SET:-open}, set"})
    void aVariableThatIsNotSetHasTheDefaultBehindIt(String value, String expected)
            throws IOException {
        edit("suite.yaml", s -> s.replace("[\"${origin}\", \"${allow}\"]", "\"" + value + "\""));

        assertThat(function(deploy(), "test-dev-shop-Orders").environment())
                .containsEntry("GREETING", expected);
    }

    @Test
    void anUnknownParameterIsAnError() throws IOException {
        edit("suite.yaml", s -> s.replace("Greeting:", "Salute:"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("has no parameter Salute");
    }

    @Test
    void errorsOfSeveralTemplatesAreReportedTogether() throws IOException {
        edit("shop.yaml", s -> s.replace("AWS::S3::Bucket", "AWS::EFS::FileSystem"));
        edit(
                "edge.yaml",
                s ->
                        s.replace(
                                "PathPattern: /receipts/*",
                                "PathPattern: /receipts/*, SmoothStreaming: true"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(this::deploy)
                .withMessageContaining("Receipts: AWS::EFS::FileSystem is not supported here")
                .withMessageContaining("CacheBehaviors.SmoothStreaming is not supported here");
    }

    private Stack deploy() {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return Stacks.read(SuiteFile.read(folder.resolve("suite.yaml")))
                    .deploy(
                            Map.of("origin", "http://origin:1", "allow", "", "env.SET", "set"),
                            new ParametersInMemory(parameters),
                            new Account(
                                    aws.endpoints(),
                                    aws.endpoints(),
                                    Policies.in(new Arns("us-east-1", "000000000000")),
                                    role -> {
                                        roles.put(role.function(), role);
                                        return "keyOf" + role.name();
                                    },
                                    RoleCheck.allowingAll(),
                                    new SecretStore(folder),
                                    new Arns("us-east-1", "000000000000")),
                            http);
        }
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(folder.resolve(file));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(folder.resolve(file), after);
    }

    private static FunctionSpec function(Stack stack, String name) {
        return stack.functions().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
