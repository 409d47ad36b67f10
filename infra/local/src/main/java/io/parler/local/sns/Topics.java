package io.parler.local.sns;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// The topics and subscriptions, in memory; they are created at each start. Messages are not
/// stored: publishing returns when every queue has its copy.
final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private final SqsClient sqs;
    private final DeliveryRule rule;
    private final String arnPrefix;
    private final SortedMap<String, Map<String, String>> topics = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Subscription> subscriptions = new ConcurrentSkipListMap<>();
    private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

    Topics(SqsClient sqs, DeliveryRule rule, String region, String account) {
        this.rule = rule;
        this.sqs = sqs;
        this.arnPrefix = "arn:aws:sns:" + region + ":" + account + ":";
    }

    String create(String name, Map<String, String> attributes) throws SnsError {
        if (!name.matches("[A-Za-z0-9_-]{1,256}")) {
            throw SnsError.invalidParameter("Topic Name " + name);
        }
        String arn = arnPrefix + name;
        topics.putIfAbsent(arn, Map.copyOf(attributes));
        return arn;
    }

    void delete(String arn) {
        topics.remove(arn);
        subscriptions.values().removeIf(s -> s.topicArn().equals(arn));
    }

    List<String> arns() {
        return List.copyOf(topics.keySet());
    }

    Map<String, String> attributes(String arn) throws SnsError {
        Map<String, String> stored = topics.get(arn);
        if (stored == null) {
            throw SnsError.notFound("Topic " + arn);
        }
        Map<String, String> attributes = new HashMap<>(stored);
        attributes.put("TopicArn", arn);
        attributes.put("SubscriptionsConfirmed", Integer.toString(subscriptions(arn).size()));
        return attributes;
    }

    /// Subscribing a queue again changes its subscription and returns the same ARN.
    synchronized Subscription subscribe(
            String topicArn, String protocol, String endpoint, Map<String, String> attributes)
            throws SnsError {
        attributes(topicArn);
        if (!protocol.equals("sqs")) {
            throw SnsError.invalidParameter(
                    "the protocol " + protocol + " is not supported here, only sqs");
        }
        if (!endpoint.matches("arn:[^:]+:sqs:[^:]+:[^:]+:[^:]+")) {
            throw SnsError.invalidParameter("SQS endpoint ARN " + endpoint);
        }
        String arn =
                subscriptions(topicArn).stream()
                        .filter(s -> s.queueArn().equals(endpoint))
                        .map(Subscription::arn)
                        .findFirst()
                        .orElseGet(() -> topicArn + ":" + UUID.randomUUID());
        Subscription subscription = Subscription.of(arn, topicArn, endpoint, attributes);
        subscriptions.put(arn, subscription);
        return subscription;
    }

    void unsubscribe(String arn) {
        subscriptions.remove(arn);
    }

    Subscription subscription(String arn) throws SnsError {
        Subscription subscription = subscriptions.get(arn);
        if (subscription == null) {
            throw SnsError.notFound("Subscription");
        }
        return subscription;
    }

    synchronized void setAttribute(String arn, String name, String value) throws SnsError {
        subscriptions.put(arn, subscription(arn).with(name, value));
    }

    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    List<Subscription> subscriptions(String topicArn) {
        return subscriptions.values().stream().filter(s -> s.topicArn().equals(topicArn)).toList();
    }

    /// @throws SnsError with status 500 when delivery to a queue failed; when the publisher
    ///     retries, the other queues get another copy
    void publish(Notification notification) throws SnsError {
        attributes(notification.topicArn());
        List<Subscription> matching = new ArrayList<>();
        for (Subscription subscription : subscriptions(notification.topicArn())) {
            if (subscription.matches(notification)) {
                matching.add(subscription);
            }
        }
        for (Subscription subscription : matching) {
            try {
                Optional<String> queue = permittedQueue(subscription);
                if (queue.isPresent()) {
                    deliver(notification, subscription, queue.get());
                }
            } catch (SdkException e) {
                queueUrls.remove(subscription.queueArn());
                throw SnsError.undelivered(
                        subscription.queueArn() + " did not accept the message: " + e.getMessage());
            }
        }
    }

    /// The queue that may get the messages: the subscription's, or else its dead-letter queue.
    /// Without one the message is lost, as on AWS.
    private Optional<String> permittedQueue(Subscription subscription) {
        Optional<String> denial = rule.denial(subscription.topicArn(), subscription.queueArn());
        if (denial.isEmpty()) {
            return Optional.of(subscription.queueArn());
        }
        LOG.error("a message was not delivered: {}", denial.get());
        Optional<String> deadLetters = subscription.deadLetterQueueArn();
        if (deadLetters.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> second = rule.denial(subscription.topicArn(), deadLetters.get());
        second.ifPresent(missing -> LOG.error("a dead letter was not delivered: {}", missing));
        return second.isPresent() ? Optional.empty() : deadLetters;
    }

    private void deliver(Notification notification, Subscription subscription, String queueArn) {
        String url = queueUrls.computeIfAbsent(queueArn, this::queueUrl);
        if (subscription.raw()) {
            Map<String, MessageAttributeValue> attributes = new HashMap<>();
            notification.attributes().forEach((k, v) -> attributes.put(k, sqsAttribute(v)));
            sqs.sendMessage(
                    r ->
                            r.queueUrl(url)
                                    .messageBody(notification.message())
                                    .messageGroupId(notification.groupId())
                                    .messageAttributes(attributes));
        } else {
            sqs.sendMessage(
                    r ->
                            r.queueUrl(url)
                                    .messageBody(notification.envelope(subscription))
                                    .messageGroupId(notification.groupId()));
        }
    }

    private String queueUrl(String queueArn) {
        String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        return sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
    }

    private static MessageAttributeValue sqsAttribute(MessageAttribute attribute) {
        MessageAttributeValue.Builder value =
                MessageAttributeValue.builder().dataType(attribute.dataType());
        if (attribute.isBinary()) {
            byte[] bytes = Base64.getDecoder().decode(attribute.value());
            return value.binaryValue(SdkBytes.fromByteArrayUnsafe(bytes)).build();
        }
        return value.stringValue(attribute.value()).build();
    }
}
