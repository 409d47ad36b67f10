package io.parler.local.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Counts the queues and messages in ElasticMQ's database, to wait until the server has restored
/// them.
final class StoredQueues implements AutoCloseable {
    private static final List<QueueAttributeName> COUNTS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private static final Logger LOG = LoggerFactory.getLogger(StoredQueues.class);

    private final Connection database;
    private final long queues;
    private final long messages;

    private StoredQueues(Connection database, long queues, long messages) {
        this.database = database;
        this.queues = queues;
        this.messages = messages;
    }

    static StoredQueues open(String url) throws SQLException {
        Connection database = DriverManager.getConnection(url, "", "");
        try (Statement statement = database.createStatement()) {
            long queues = 0;
            long messages = 0;
            for (String table : tables(statement)) {
                if (table.equals("QUEUE")) {
                    queues = count(statement, table);
                } else if (table.startsWith("MESSAGE_")) {
                    messages += count(statement, table);
                }
            }
            return new StoredQueues(database, queues, messages);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "select table_name from information_schema.tables"
                                + " where table_schema = 'PUBLIC'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from \"" + table + "\"")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Returns when the server has restored all of them, or logs a warning after the timeout.
    void awaitRestored(SqsClient sqs, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (queues > 0 && !areRestored(sqs)) {
            if (System.nanoTime() > deadline) {
                LOG.warn("not all of {} queues with {} messages were restored", queues, messages);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean areRestored(SqsClient sqs) {
        List<String> urls = sqs.listQueues().queueUrls();
        if (urls.size() < queues) {
            return false;
        }
        long found = 0;
        for (String url : urls) {
            found +=
                    sqs
                            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(COUNTS))
                            .attributes()
                            .values()
                            .stream()
                            .mapToLong(Long::parseLong)
                            .sum();
        }
        return found >= messages;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
