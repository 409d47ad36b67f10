package io.parler.testing.dynamodb;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// A table of DynamoDB Local for one test, with the keys and indexes of the module's
/// `template.yaml`: `@RegisterExtension final LocalTable table = LocalTable.of("Conversions");`
public final class LocalTable implements AfterEachCallback {
    private final String name = "table-" + UUID.randomUUID();
    private final Queue<SdkRequest> requests = new ConcurrentLinkedQueue<>();
    private final DynamoDbClient client;

    private LocalTable(TableDefinition definition) {
        client = DynamoDbLocal.client(new Recorder());
        client.createTable(definition.request(name));
        requests.clear();
    }

    /// `logicalId` is the table's name in the template.
    public static LocalTable of(String logicalId) {
        return of("template.yaml", logicalId);
    }

    static LocalTable of(String template, String logicalId) {
        return new LocalTable(TableDefinition.read(Path.of(template), logicalId));
    }

    public DynamoDbClient client() {
        return client;
    }

    public String name() {
        return name;
    }

    /// The requests of one type that were sent, in order; for what DynamoDB Local does not show,
    /// such as a read that is only eventually consistent.
    public <T extends SdkRequest> List<T> requests(Class<T> type) {
        return requests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// All items, expired ones too.
    public List<Map<String, AttributeValue>> items() {
        return client
                .scanPaginator(scan -> scan.tableName(name).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /// Makes every further request fail.
    public void drop() {
        client.deleteTable(delete -> delete.tableName(name));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (client) {
            drop();
        } catch (ResourceNotFoundException _) {
            // The test has dropped it.
        }
    }

    private final class Recorder implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            requests.add(context.request());
        }
    }
}
