package io.parler.local.engine;

import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.util.Timeout;
import org.elasticmq.Limits;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/// ElasticMQ's server on its database, put together as its `ElasticMQServer` does, but with fair
/// queues.
final class FairQueueServer {
    private static final FiniteDuration START_TIMEOUT = Duration.create(30, TimeUnit.SECONDS);

    private final ActorSystem actors;
    private final SQSRestServer rest;

    private FairQueueServer(ActorSystem actors, SQSRestServer rest) {
        this.actors = actors;
        this.rest = rest;
    }

    /// Returns when the stored queues are restored.
    static FairQueueServer start(ElasticMQServerConfig config) throws Exception {
        ActorSystem actors = ActorSystem.create("elasticmq");
        ActorRef database =
                actors.actorOf(
                        Props.create(
                                SqlQueuePersistenceActor.class,
                                () ->
                                        new SqlQueuePersistenceActor(
                                                config.sqlQueuePersistenceConfig(),
                                                config.baseQueues())));
        Limits limits = (Limits) config.restSqs().sqsLimits();
        ActorRef queues =
                actors.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        FairQueues.of(
                                                new QueueManagerActor(
                                                        new NowProvider(),
                                                        limits,
                                                        Option.apply(database)))));
        SQSRestServer rest =
                new TheSQSRestServerBuilder(
                                Option.apply(actors),
                                Option.apply(queues),
                                config.restSqs().bindHostname(),
                                config.restSqs().bindPort(),
                                config.nodeAddress(),
                                config.generateNodeAddress(),
                                limits,
                                config.awsRegion(),
                                config.awsAccountId(),
                                Option.apply(database),
                                config.autoCreateQueues())
                        .start();
        Await.result(rest.startFuture(), START_TIMEOUT);
        Await.result(
                Patterns.ask(database, new QueueEvent.Restore(queues), new Timeout(START_TIMEOUT)),
                START_TIMEOUT);
        return new FairQueueServer(actors, rest);
    }

    void stop() {
        rest.stopAndWait();
        actors.terminate();
    }
}
