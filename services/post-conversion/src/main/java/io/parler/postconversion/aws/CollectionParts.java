package io.parler.postconversion.aws;

import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.events.EventPublisher;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.AcceptedRequest;
import io.parler.postconversion.RequestPublisher;
import io.parler.postconversion.collection.CollectionSteps;
import io.parler.postconversion.collection.CollectionStore;
import io.parler.postconversion.collection.ConversionStarter;
import io.parler.postconversion.collection.PostSource;
import io.parler.postconversion.collection.Workflow;
import io.parler.postconversion.usage.Quota;
import io.parler.request.ConversionRequest;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a function needs to run collections, on the clients of AWS.
record CollectionParts(CollectionStore store, Workflow workflow, CollectionSteps steps) {
    /// The parts of a function that starts no state machine if `stateMachineArn` is empty.
    static CollectionParts of(
            CollectionSettings settings,
            String stateMachineArn,
            AwsClients clients,
            PostSource source,
            CallLimits limits,
            InstantSource clock) {
        DynamoDbClient dynamo = clients.dynamoDb(limits);
        UuidV7Generator ids = new UuidV7Generator(clock);
        RequestPublisher publisher =
                new SnsRequestPublisher(
                        new EventPublisher(
                                clients.sns(limits),
                                settings.eventsTopicArn(),
                                "/parler/post-conversion",
                                clock,
                                () -> ids.get().toString()));
        CollectionStore store =
                new DynamoCollectionStore(dynamo, settings.collectionsTable(), clock);
        Workflow workflow = new StepFunctionsWorkflow(clients.sfn(limits), stateMachineArn);
        Quota quota =
                new Quota(
                        new DynamoUsageStore(dynamo, settings.quotasTable(), clock),
                        settings.caps(),
                        clock);
        return new CollectionParts(
                store,
                workflow,
                new CollectionSteps(
                        store, source, quota, starter(publisher, clock), workflow, ids));
    }

    private static ConversionStarter starter(RequestPublisher publisher, InstantSource clock) {
        return (collection, post) -> {
            ConversionRequest request =
                    ConversionRequest.of(ServicePostSource.body(post.url(), collection.request()));
            publisher.publish(
                    new AcceptedRequest(
                            post.conversion(),
                            collection.account(),
                            request.source(),
                            request.voice(),
                            request.options(),
                            clock.instant()));
        };
    }
}
