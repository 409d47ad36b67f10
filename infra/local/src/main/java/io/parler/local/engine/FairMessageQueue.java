package io.parler.local.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.MessageQueue;
import scala.Function1;
import scala.Option;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/// The messages of a standard queue, of which quiet message groups are served first, as fair queues
/// of SQS do: the group with the fewest messages in flight, then the group that was served longest
/// ago, then the oldest message. Messages without a group are one group.
final class FairMessageQueue implements MessageQueue {
    private static final String NO_GROUP = "";

    /// Groups that were served longer ago are forgotten.
    private static final int MAX_GROUPS = 10_000;

    private static final Comparator<InternalMessage> OLDEST_FIRST =
            Comparator.comparingLong(InternalMessage::nextDelivery)
                    .thenComparing(InternalMessage::created)
                    .thenComparingInt(InternalMessage::orderIndex);

    private final Map<String, InternalMessage> messages = new LinkedHashMap<>();

    /// The groups in the order in which they were last served, each with its number in it.
    private final SequencedMap<String, Long> served;

    private long lastServed;

    FairMessageQueue() {
        this(new LinkedHashMap<>(), 0);
    }

    private FairMessageQueue(SequencedMap<String, Long> served, long lastServed) {
        this.served = served;
        this.lastServed = lastServed;
    }

    @Override
    public void $plus$eq(InternalMessage message) {
        messages.put(message.id(), message);
    }

    @Override
    public Option<InternalMessage> getById(String id) {
        return Option.apply(messages.get(id));
    }

    @Override
    public Option<InternalMessage> pop() {
        return Option.apply(
                messages.values().stream()
                        .min(OLDEST_FIRST)
                        .map(oldest -> messages.remove(oldest.id()))
                        .orElse(null));
    }

    @Override
    public Iterable<InternalMessage> all() {
        return CollectionConverters.asScala(messages.values());
    }

    @Override
    public long size() {
        return messages.size();
    }

    @Override
    public void clear() {
        messages.clear();
    }

    @Override
    public void remove(String id) {
        messages.remove(id);
    }

    @Override
    public MessageQueue filterNot(Function1<InternalMessage, Object> excluded) {
        FairMessageQueue rest = new FairMessageQueue(served, lastServed);
        for (InternalMessage message : messages.values()) {
            if (!((Boolean) excluded.apply(message))) {
                rest.$plus$eq(message);
            }
        }
        return rest;
    }

    /// Takes messages that may be delivered now. The caller puts them back, with the end of their
    /// time in flight.
    @Override
    public scala.collection.immutable.List<InternalMessage> dequeue(int count, long now) {
        Map<String, Integer> inFlight = new HashMap<>();
        List<InternalMessage> waiting = new ArrayList<>();
        for (InternalMessage message : messages.values()) {
            if (message.deliverable(now)) {
                waiting.add(message);
            } else if (message.receiveCount() > 0) { // otherwise it is only delayed
                inFlight.merge(group(message), 1, Integer::sum);
            }
        }
        List<InternalMessage> taken = new ArrayList<>();
        while (taken.size() < count && !waiting.isEmpty()) {
            InternalMessage next = waiting.stream().min(quietFirst(inFlight)).orElseThrow();
            waiting.remove(next);
            messages.remove(next.id());
            taken.add(next);
            inFlight.merge(group(next), 1, Integer::sum);
            serve(group(next));
        }
        return CollectionConverters.asScala(taken).toList();
    }

    private Comparator<InternalMessage> quietFirst(Map<String, Integer> inFlight) {
        return Comparator.comparingInt((InternalMessage m) -> inFlight.getOrDefault(group(m), 0))
                .thenComparingLong(m -> served.getOrDefault(group(m), 0L))
                .thenComparing(OLDEST_FIRST);
    }

    private void serve(String group) {
        served.remove(group);
        served.put(group, ++lastServed);
        if (served.size() > MAX_GROUPS) {
            served.pollFirstEntry();
        }
    }

    private static String group(InternalMessage message) {
        return message.messageGroupId().getOrElse(() -> NO_GROUP);
    }
}
