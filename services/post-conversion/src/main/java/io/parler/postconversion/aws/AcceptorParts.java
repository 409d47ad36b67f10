package io.parler.postconversion.aws;

import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.DynamoMinuteCounter;
import io.parler.events.EventPublisher;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.IdempotencyStore;
import io.parler.postconversion.RequestAcceptor;
import io.parler.postconversion.TextStore;
import io.parler.postconversion.usage.Quota;
import io.parler.rate.MinuteLimit;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a function needs to accept requests, on the clients of AWS.
record AcceptorParts(
        RequestAcceptor acceptor,
        Quota quota,
        EventPublisher events,
        UuidV7Generator ids,
        IdempotencyStore idempotency) {
    static AcceptorParts of(
            AcceptorSettings settings,
            AwsClients clients,
            TextStore texts,
            CallLimits limits,
            InstantSource clock) {
        DynamoDbClient dynamo = clients.dynamoDb(limits);
        UuidV7Generator ids = new UuidV7Generator(clock);
        EventPublisher events =
                new EventPublisher(
                        clients.sns(limits),
                        settings.eventsTopicArn(),
                        "/parler/post-conversion",
                        clock,
                        () -> ids.get().toString());
        Quota quota =
                new Quota(
                        new DynamoUsageStore(dynamo, settings.quotasTable(), clock),
                        settings.caps(),
                        clock);
        IdempotencyStore idempotency =
                new DynamoIdempotencyStore(dynamo, settings.requestsTable(), clock);
        RequestAcceptor acceptor =
                new RequestAcceptor(
                        idempotency,
                        new MinuteLimit(
                                new DynamoMinuteCounter(dynamo, settings.quotasTable()),
                                settings.conversionsPerMinute(),
                                clock),
                        quota,
                        texts,
                        new SnsRequestPublisher(events),
                        ids,
                        clock);
        return new AcceptorParts(acceptor, quota, events, ids, idempotency);
    }
}
