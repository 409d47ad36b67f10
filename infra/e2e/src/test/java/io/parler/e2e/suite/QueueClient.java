package io.parler.e2e.suite;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Direct access to the queues of the suite.
public final class QueueClient implements AutoCloseable {
    private static final Pattern ARN = Pattern.compile("arn:[^\"]*:([^:\"]+)\"");

    private final SqsClient sqs;
    private final Map<String, String> urls = new HashMap<>();

    public QueueClient(URI endpoint) {
        sqs =
                SqsClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("e2e", "e2e")))
                        .build();
        sqs.listQueues(request -> request.maxResults(100))
                .queueUrls()
                .forEach(url -> urls.put(url.substring(url.lastIndexOf('/') + 1), url));
    }

    /// Each queue with its dead-letter queue, if it has one.
    public Map<String, String> deadLettersByQueue() {
        Map<String, String> deadLetters = new HashMap<>();
        urls.keySet()
                .forEach(
                        queue -> {
                            Matcher arn =
                                    ARN.matcher(
                                            attribute(queue, QueueAttributeName.REDRIVE_POLICY));
                            if (arn.find()) {
                                deadLetters.put(queue, arn.group(1));
                            }
                        });
        return deadLetters;
    }

    /// Returns the id of the message.
    public String send(String queue, String body) {
        return sqs.sendMessage(request -> request.queueUrl(urls.get(queue)).messageBody(body))
                .messageId();
    }

    /// The number of messages that are waiting or in flight.
    public int size(String queue) {
        return Integer.parseInt(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(
                        attribute(
                                queue,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private String attribute(String queue, QueueAttributeName name) {
        return sqs.getQueueAttributes(
                        request -> request.queueUrl(urls.get(queue)).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }

    @Override
    public void close() {
        sqs.close();
    }
}
