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

/// How many queues and messages ElasticMQ's database holds before the server reads it back.
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

    /// Returns when the server has all of them, or says in the log that after `limit` it has not.
    void awaitIn(SqsClient sqs, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (queues > 0 && !areIn(sqs)) {
            if (System.nanoTime() > deadline) {
                LOG.warn("of {} queues with {} messages not all came back", queues, messages);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean areIn(SqsClient sqs) {
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
