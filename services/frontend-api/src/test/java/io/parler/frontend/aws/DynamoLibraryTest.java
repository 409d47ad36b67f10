package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.frontend.Audio;
import io.parler.frontend.ConversionId;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Finished;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class DynamoLibraryTest {
    private static final ConversionId ID = new ConversionId("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012");
    private static final Finished FINISHED =
            new Finished(
                    ID,
                    "public",
                    2,
                    "A title",
                    Optional.of("https://blog.example.com/a"),
                    "Joanna",
                    new Audio("audio/x/a.mp3", 1000, 4.272));
    private static final Failed FAILED =
            new Failed(
                    ID,
                    "public",
                    1,
                    new Trouble("/problems/no-article", "No article", Optional.empty()));

    private final Table table = new Table();
    private final DynamoLibrary library =
            new DynamoLibrary(
                    table,
                    "Library",
                    Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void whatIsWrittenIsReadAgain() {
        for (LibraryEntry entry : List.of(FINISHED, FAILED)) {
            assertThat(library.keep(entry)).isTrue();
            table.answers.add(
                    QueryResponse.builder().items(List.of(table.puts.getLast().item())).build());

            assertThat(library.page("public", 10, Optional.empty()).entries())
                    .containsExactly(entry);
        }
    }

    @Test
    void aWriteTheConditionForbidsIsNoError() {
        table.refuses = true;

        assertThat(library.keep(FINISHED)).isFalse();
        assertThat(library.remove("public", ID)).isFalse();
    }

    @Test
    void anOutageIsThrown() {
        table.down = true;

        assertThatThrownBy(() -> library.keep(FINISHED)).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void whatIsTakenOffLeavesAMarkForThirtyDaysAndNothingElse() {
        assertThat(library.remove("public", ID)).isTrue();

        Map<String, AttributeValue> mark = table.puts.getLast().item();
        assertThat(mark).containsOnlyKeys("accountId", "id", "removedAt", "expiresAt");
        Instant gone = Instant.parse("2026-12-20T12:00:00Z");
        assertThat(mark)
                .containsEntry(
                        "expiresAt", AttributeValue.fromN(Long.toString(gone.getEpochSecond())));
    }

    @Test
    void aPageIsFilledThoughMarksTakeUpRoom() {
        library.keep(FINISHED);
        Map<String, AttributeValue> item = table.puts.getLast().item();
        Map<String, AttributeValue> key = Map.of("id", item.get("id"));
        table.answers.add(QueryResponse.builder().lastEvaluatedKey(key).build());
        table.answers.add(
                QueryResponse.builder().items(List.of(item)).lastEvaluatedKey(key).build());
        table.answers.add(QueryResponse.builder().items(List.of(item)).build());

        LibraryPage page = library.page("public", 1, Optional.of(ID));

        assertThat(page.entries()).hasSize(1);
        assertThat(page.more()).isTrue();
        assertThat(table.queries).hasSize(3);
        assertThat(table.queries.getLast().exclusiveStartKey()).isEqualTo(key);
        assertThat(table.queries.getLast().scanIndexForward()).isFalse();
    }

    /// A table that notes what it is asked and answers what it was told to.
    private static final class Table implements DynamoDbClient {
        final List<PutItemRequest> puts = new ArrayList<>();
        final List<QueryRequest> queries = new ArrayList<>();
        final Deque<QueryResponse> answers = new ArrayDeque<>();
        boolean refuses;
        boolean down;

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            if (down) {
                throw DynamoDbException.builder().statusCode(500).message("down").build();
            }
            if (refuses) {
                throw ConditionalCheckFailedException.builder().message("refused").build();
            }
            puts.add(request);
            return PutItemResponse.builder().build();
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            queries.add(request);
            return answers.removeFirst();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
