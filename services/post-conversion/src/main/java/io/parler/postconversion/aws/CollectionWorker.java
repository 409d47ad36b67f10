package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.id.AccountId;
import io.parler.postconversion.collection.CollectionSteps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the steps of the state machine Collections, one an invocation.
public final class CollectionWorker
        implements RequestHandler<CollectionWorker.Step, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(CollectionWorker.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(10));

    /// Reading a slow site takes most of it.
    private static final CallLimits SERVICES = CallLimits.once(Duration.ofSeconds(35));

    private final CollectionSteps steps;

    /// A step of a collection, as the definition of the state machine has it.
    public record Step(
            String step,
            String account,
            String collection,
            @Nullable Integer number,
            @Nullable String token) {}

    /// The function's environment variables.
    record Settings(CollectionSettings parts, String loadPostFunction, String quotesFunction) {
        static Settings of(Environment environment) {
            return new Settings(
                    CollectionSettings.of(environment),
                    environment.text("LOAD_POST_FUNCTION"),
                    environment.text("QUOTES_FUNCTION"));
        }
    }

    public CollectionWorker() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private CollectionWorker(Settings settings) {
        this(settings, new AwsClients(settings.parts().region()));
    }

    private CollectionWorker(Settings settings, AwsClients clients) {
        this(
                CollectionParts.of(
                                settings.parts(),
                                "",
                                clients,
                                new ServicePostSource(
                                        new ServiceClient(
                                                clients.lambda(SERVICES),
                                                settings.loadPostFunction()),
                                        new ServiceClient(
                                                clients.lambda(SERVICES),
                                                settings.quotesFunction())),
                                LIMITS,
                                InstantSource.system())
                        .steps());
    }

    CollectionWorker(CollectionSteps steps) {
        this.steps = steps;
    }

    @Override
    public Map<String, Object> handleRequest(Step step, Context context) {
        AccountId account = AccountId.of(step.account());
        UUID collection = UUID.fromString(step.collection());
        LOG.atInfo()
                .addKeyValue("collectionId", collection)
                .addKeyValue("step", step.step())
                .addKeyValue("number", step.number())
                .log("step of a collection");
        return switch (step.step()) {
            case "list" -> Map.of("posts", steps.list(account, collection));
            case "quote" -> done(() -> steps.quote(account, collection, number(step)));
            case "ask" -> done(() -> steps.askForApproval(account, collection, token(step)));
            case "expire" -> done(() -> steps.expire(account, collection));
            case "reserve" -> Map.of("reserved", steps.reserve(account, collection));
            case "convert" ->
                    done(() -> steps.convert(account, collection, number(step), token(step)));
            case "give-up" -> done(() -> steps.giveUp(account, collection, number(step)));
            case "finish" -> done(() -> steps.finish(account, collection));
            default -> throw new IllegalArgumentException("no such step: " + step.step());
        };
    }

    private static Map<String, Object> done(Runnable work) {
        work.run();
        return Map.of();
    }

    private static int number(Step step) {
        if (step.number() == null) {
            throw new IllegalArgumentException("the step has no number");
        }
        return step.number();
    }

    private static String token(Step step) {
        if (step.token() == null) {
            throw new IllegalArgumentException("the step has no token");
        }
        return step.token();
    }
}
