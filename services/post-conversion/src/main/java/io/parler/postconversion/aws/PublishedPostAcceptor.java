package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.id.AccountId;
import io.parler.postconversion.Outcome;
import io.parler.postconversion.RequestAcceptor;
import io.parler.postconversion.TextStore;
import io.parler.problem.Problem;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts the new posts of blogs that are followed, as if their owners had requested each.
public final class PublishedPostAcceptor implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedPostAcceptor.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final RequestAcceptor acceptor;
    private final RejectionPublisher rejections;
    private final QueueConsumer consumer;

    /// Tells the account that a post was not converted.
    @FunctionalInterface
    interface RejectionPublisher {
        void publish(AccountId account, Problem problem);
    }

    /// A post of a feed has no text in its request.
    private static final class NoTexts implements TextStore {
        @Override
        public String put(UUID conversionId, String text) {
            throw new IllegalStateException("a post of a feed has no text of its own");
        }

        @Override
        public void delete(UUID conversionId) {
            throw new IllegalStateException("a post of a feed has no text of its own");
        }
    }

    public PublishedPostAcceptor() {
        this(Environment.read(System.getenv(), AcceptorSettings::of));
    }

    private PublishedPostAcceptor(AcceptorSettings settings) {
        this(settings, new AwsClients(settings.region()));
    }

    private PublishedPostAcceptor(AcceptorSettings settings, AwsClients clients) {
        this(
                AcceptorParts.of(settings, clients, new NoTexts(), LIMITS, InstantSource.system()),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    private PublishedPostAcceptor(AcceptorParts parts, Redelivery redelivery) {
        this(
                parts.acceptor(),
                (account, problem) ->
                        parts.events()
                                .publish(
                                        ConversionFailedV1.TYPE,
                                        parts.ids().get().toString(),
                                        account.value(),
                                        PostRejectedV1.of(account, problem)),
                redelivery);
    }

    PublishedPostAcceptor(
            RequestAcceptor acceptor, RejectionPublisher rejections, Redelivery redelivery) {
        this.acceptor = acceptor;
        this.rejections = rejections;
        this.consumer = QueueConsumer.ofEvents(this::accept, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void accept(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        if (!event.type().equals(PostPublishedV1.TYPE)) {
            throw new UnreadableEvent("not a published post: " + event.type());
        }
        PostPublishedV1 post = event.data(PostPublishedV1.class);
        Outcome outcome = acceptor.accept(post.account(), post.request(), Optional.of(post.key()));
        LOG.atInfo()
                .addKeyValue("subscriptionId", post.subscriptionId())
                .addKeyValue("postId", post.postId())
                .addKeyValue("edition", post.edition())
                .addKeyValue("outcome", outcome.getClass().getSimpleName())
                .log("published post handled");
        switch (outcome) {
            // The voice or the options changed between two deliveries; the first one counts.
            case Outcome.Accepted _, Outcome.KeyReused _ -> {}
            case Outcome.QuotaExceeded(var cap, var monthEnd) ->
                    rejections.publish(
                            post.account().id(),
                            Problems.quotaExceeded(post.title(), cap, monthEnd));
            case Outcome.InFlight _ ->
                    throw later("an earlier delivery of the same post may be in flight");
            case Outcome.TooManyRequests _ ->
                    throw later("the account has had its conversions of this minute");
            case Outcome.Unavailable _ -> throw later("the request was not accepted");
        }
    }

    private static UnavailableException later(String reason) {
        return new UnavailableException("a published post is accepted later: " + reason);
    }
}
