package io.parler.local;

import io.parler.local.edge.Edge;
import io.parler.local.engine.EmbeddedEngines;
import io.parler.local.engine.UnsupportedPlatformException;
import io.parler.local.iam.AccessControl;
import io.parler.local.iam.Arns;
import io.parler.local.iam.Policies;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.ControlPlane;
import io.parler.local.lambda.EventSourceMapping;
import io.parler.local.lambda.FunctionSpec;
import io.parler.local.lambda.Functions;
import io.parler.local.lambda.ScheduledInvocations;
import io.parler.local.secret.SecretStore;
import io.parler.local.secret.SigningKeyPair;
import io.parler.local.sns.DeliveryRule;
import io.parler.local.stack.Account;
import io.parler.local.stack.Distribution;
import io.parler.local.stack.Endpoints;
import io.parler.local.stack.Stack;
import io.parler.local.stack.StackParameters;
import io.parler.local.stack.Stacks;
import io.parler.local.stack.SuiteFile;
import io.parler.local.stepfunctions.StateMachine;
import io.parler.local.stepfunctions.StepFunctionsServer;
import io.parler.local.trace.TracePages;
import io.parler.local.usage.UsageLog;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A running suite: engines, functions, queue pollers, and the edge in front.
public final class Suite implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Edge edge;
    private final Optional<URI> publicOrigin;
    private final EndpointProxy proxies;
    private @Nullable Endpoints endpoints;

    private Suite(Edge edge, Optional<URI> publicOrigin, EndpointProxy proxies) {
        this.edge = edge;
        this.publicOrigin = publicOrigin;
        this.proxies = proxies;
    }

    private static URI withoutSlash(URI origin) {
        return URI.create(origin.toString().replaceFirst("/$", ""));
    }

    /// Starts a suite; returns when it accepts requests. Throws `TemplateException` or
    /// [SuiteStartException] for an error that the user can fix.
    public static Suite start(SuiteOptions options) throws IOException {
        return start(options, EmbeddedEngines::start);
    }

    /// Starts a suite whose functions reach the AWS services by way of proxies.
    public static Suite startWithProxies(SuiteOptions options, EndpointProxy proxies)
            throws IOException {
        return start(options, EmbeddedEngines::start, proxies);
    }

    /// Starts the embedded engines.
    @FunctionalInterface
    interface EngineStart {
        EmbeddedEngines start(Path data, DeliveryRule rule);
    }

    static Suite start(SuiteOptions options, EngineStart engines) throws IOException {
        return start(options, engines, (_, endpoint) -> endpoint);
    }

    private static Suite start(SuiteOptions options, EngineStart engines, EndpointProxy proxies)
            throws IOException {
        Edge edge = bind(options.port());
        Suite suite = new Suite(edge, options.publicOrigin().map(Suite::withoutSlash), proxies);
        suite.parts.push(edge);
        try {
            suite.parts.push(DataFolder.acquire(options.data(), options.fresh()));
            suite.start(options, SuiteFile.read(options.file()), engines);
            return suite;
        } catch (UnsupportedPlatformException e) {
            suite.close();
            throw new SuiteStartException(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            suite.close();
            throw e;
        }
    }

    /// The address of the suite on this machine.
    public URI origin() {
        return edge.address();
    }

    /// The address that the suite gives to others: that of a proxy before it, or its own.
    public URI publicOrigin() {
        return publicOrigin.orElseGet(this::origin);
    }

    /// The addresses of the AWS services.
    public Endpoints endpoints() {
        return Objects.requireNonNull(endpoints);
    }

    private void start(SuiteOptions options, SuiteFile file, EngineStart engines) {
        if (options.processes()) {
            Functions.processObstacle()
                    .ifPresent(
                            obstacle -> {
                                throw new SuiteStartException(obstacle);
                            });
        }
        Stacks stacks = Stacks.read(file);
        Arns arns = new Arns(Endpoints.REGION, Endpoints.ACCOUNT_ID);
        Policies policies = Policies.in(arns);
        CompletableFuture<Optional<EmbeddedEngines>> starting =
                inParallel(
                        () ->
                                options.cloud().isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                engines.start(
                                                        options.data(),
                                                        policies.queues()::denial)));
        UsageLog usage =
                options.usage()
                        ? UsageLog.to(options.data().resolve("usage.jsonl"))
                        : UsageLog.none();
        parts.push(usage);
        Functions functions = functions(options, usage);
        SecretStore secrets = new SecretStore(options.data());
        ControlPlane control = ControlPlane.start(functions, secrets, arns);
        parts.push(control);
        Optional<EmbeddedEngines> embedded = joined(starting);
        embedded.ifPresent(parts::push);
        Map<String, URI> extra = startExtraServices(options);
        StepFunctionsServer stepFunctions =
                StepFunctionsServer.start(options.data().resolve("executions"));
        parts.push(stepFunctions);

        endpoints =
                new Endpoints(
                        address(options, embedded.map(EmbeddedEngines::dynamoDb)),
                        address(options, embedded.map(EmbeddedEngines::sqs)),
                        address(options, embedded.map(EmbeddedEngines::s3)),
                        address(options, embedded.map(EmbeddedEngines::sns)),
                        control.address(),
                        control.address(),
                        control.address(),
                        stepFunctions.address(),
                        extra);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        parts.push(http);
        Account account =
                embedded.isPresent()
                        ? withAccessControl(options, usage, endpoints, policies, secrets, arns)
                        : withoutAccessControl(endpoints, policies, secrets, arns);
        Stack stack =
                stacks.deploy(variables(options), parameters(control, secrets), account, http);
        for (FunctionSpec function : stack.functions()) {
            functions.add(function);
        }
        SqsClient sqs = sqs(endpoints.sqs());
        parts.push(sqs);
        // Closed right after the pollers: running functions may finish while the engines still run.
        parts.push(functions);
        parts.push(stepFunctions::suspend);
        for (Stack.StateMachine machine : stack.stateMachines()) {
            account.roleCheck().add(machine.role());
            stepFunctions.add(
                    new StateMachine(
                            machine.name(),
                            machine.arn(),
                            machine.definition(),
                            new RoleInvoker(machine.role(), account.roleCheck(), functions)));
        }
        for (Stack.QueueToFunction m : stack.mappings()) {
            parts.push(
                    EventSourceMapping.start(
                            sqs,
                            functions,
                            new EventSourceMapping.Source(
                                    m.function(),
                                    m.queueUrl(),
                                    m.queueArn(),
                                    m.batchSize(),
                                    m.maximumConcurrency(),
                                    m.reportBatchItemFailures()),
                            options.data()));
        }
        for (Stack.Schedule schedule : stack.schedules()) {
            parts.push(
                    ScheduledInvocations.start(
                            functions,
                            new ScheduledInvocations.Source(
                                    schedule.function(),
                                    arns.of("events", "rule/" + schedule.rule()),
                                    Endpoints.REGION,
                                    Endpoints.ACCOUNT_ID,
                                    schedule.rate(),
                                    schedule.input())));
        }
        if (stack.distributions().size() != 1) {
            throw new SuiteStartException(options.file() + " must have exactly one distribution.");
        }
        Distribution distribution = stack.distributions().getFirst();
        if (publicOrigin.isEmpty()) {
            edge.serve(new TracePages(functions.traces()));
        }
        edge.open(
                distribution,
                new Edge.OriginTable(
                        stack.apis(),
                        functions,
                        account.roleCheck(),
                        distribution,
                        http,
                        endpoints.s3()),
                publicOrigin(),
                usage);
        functions.warm();
    }

    /// Functions reach the services through endpoints that check each call.
    private Account withAccessControl(
            SuiteOptions options,
            UsageLog usage,
            Endpoints services,
            Policies policies,
            SecretStore secrets,
            Arns arns) {
        AccessControl access =
                new AccessControl(arns, options.data().resolve("used-permissions.json"), usage);
        parts.push(access);
        Map<String, URI> others = new HashMap<>();
        for (ExtraService service : options.extraServices()) {
            URI endpoint = Objects.requireNonNull(services.others().get(service.id()));
            others.put(
                    service.id(),
                    access.rest(proxies.before(service.id(), endpoint), service.operations()));
        }
        Endpoints checked =
                new Endpoints(
                        access.dynamoDb(proxies.before("DYNAMODB", services.dynamoDb())),
                        access.sqs(proxies.before("SQS", services.sqs())),
                        access.s3(proxies.before("S3", services.s3())),
                        access.sns(proxies.before("SNS", services.sns())),
                        access.lambda(proxies.before("LAMBDA", services.lambda())),
                        access.ssm(proxies.before("SSM", services.ssm())),
                        access.secretsManager(
                                proxies.before("SECRETS_MANAGER", services.secretsManager())),
                        access.stepFunctions(proxies.before("SFN", services.stepFunctions())),
                        others);
        return new Account(services, checked, policies, access, access, secrets, arns);
    }

    /// Another endpoint may have other ARNs and accept no other key, so calls are not checked.
    private static Account withoutAccessControl(
            Endpoints services, Policies policies, SecretStore secrets, Arns arns) {
        return new Account(
                services,
                services,
                policies,
                role -> Endpoints.ACCESS_KEY,
                RoleCheck.allowingAll(),
                secrets,
                arns);
    }

    /// Not in parallel with the engines: an extra service may go on loading in the background, and
    /// is needed only by requests.
    private Map<String, URI> startExtraServices(SuiteOptions options) {
        Map<String, URI> addresses = new HashMap<>();
        for (ExtraService service : options.extraServices()) {
            ExtraService.Endpoint endpoint = service.start().get();
            parts.push(endpoint);
            addresses.put(service.id(), endpoint.address());
        }
        return addresses;
    }

    private Map<String, String> variables(SuiteOptions options) {
        Map<String, String> variables = new HashMap<>(options.variables());
        System.getenv().forEach((name, value) -> variables.put("env." + name, value));
        variables.put("origin", publicOrigin().toString());
        variables.put("origin-host-and-port", origin().getAuthority());
        return variables;
    }

    private static Functions functions(SuiteOptions options, UsageLog usage) {
        return options.processes()
                ? Functions.inProcesses(options.data(), usage)
                : Functions.inThisProcess(options.data(), usage);
    }

    private static URI address(SuiteOptions options, Optional<URI> embedded) {
        return embedded.or(options::cloud).orElseThrow();
    }

    private static Edge bind(int port) throws IOException {
        try {
            return Edge.bind(port);
        } catch (BindException _) {
            throw new SuiteStartException(
                    "Port "
                            + port
                            + " is in use; choose another one with --port, or stop the process that uses it.");
        }
    }

    private static StackParameters parameters(ControlPlane control, SecretStore secrets) {
        return new StackParameters() {
            @Override
            public void put(String name, String value) {
                control.putParameter(name, value);
            }

            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(control.parameters().get(name));
            }

            @Override
            public void createKeyPair(String name) {
                secrets.create(name, () -> SigningKeyPair.generate().privatePem());
                SigningKeyPair pair =
                        SigningKeyPair.of(
                                secrets.get(name, SecretStore.CURRENT).orElseThrow().value());
                control.putParameter(name, pair.privatePem());
                control.putParameter(name + ".pub", pair.publicPem());
            }
        };
    }

    private static SqsClient sqs(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Endpoints.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        Endpoints.ACCESS_KEY, Endpoints.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static <T> CompletableFuture<T> inParallel(Supplier<T> part) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                future.complete(part.get());
                            } catch (Throwable e) {
                                future.completeExceptionally(e);
                            }
                        });
        return future;
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Stops the parts in reverse order. Acknowledged messages and writes are on disk.
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("a part failed to stop");
            }
        }
    }
}
