package io.parler.local.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.actor.Props;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueActor;

/// Makes the standard queues of ElasticMQ fair to message groups. ElasticMQ has no setting for the
/// order of messages, and its actors can't be subclassed in Java, so the manager of queues gets a
/// context that exchanges the messages of each queue it makes.
final class FairQueues {
    private FairQueues() {}

    static QueueManagerActor of(QueueManagerActor manager) {
        ActorContext original = manager.context();
        manager.org$apache$pekko$actor$Actor$_setter_$context_$eq(
                (ActorContext)
                        Proxy.newProxyInstance(
                                ActorContext.class.getClassLoader(),
                                new Class<?>[] {ActorContext.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("actorOf")
                                            && arguments[0] instanceof Props props
                                            && QueueActor.class.isAssignableFrom(
                                                    props.actorClass())) {
                                        arguments[0] = fair(props);
                                    }
                                    try {
                                        return method.invoke(original, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                }));
        return manager;
    }

    private static Props fair(Props props) {
        return Props.create(
                QueueActor.class,
                () -> {
                    QueueActor queue = (QueueActor) props.newActor();
                    if (!queue.initialQueueData().isFifo()) {
                        queue.messageQueue_$eq(new FairMessageQueue());
                    }
                    return queue;
                });
    }
}
