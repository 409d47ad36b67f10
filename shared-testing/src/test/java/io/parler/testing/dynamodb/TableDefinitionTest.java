package io.parler.testing.dynamodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableDefinitionTest {
    @ParameterizedTest
    @CsvSource({
        "Topic, Topic is no table",
        "Streamed, a table's StreamSpecification is not supported",
        "Missing, Missing is missing",
    })
    void whatItCannotMakeIsRefused(String logicalId, String message) {
        assertThatThrownBy(() -> TableDefinition.read(Path.of("src/test/table.yaml"), logicalId))
                .hasMessageContaining(message);
    }

    @Test
    void aKeyThatIsAReferenceIsRefused() {
        TableDefinition named = TableDefinition.read(Path.of("src/test/table.yaml"), "Named");

        assertThatThrownBy(() -> named.request("a-table")).hasMessageContaining("!Ref");
    }
}
