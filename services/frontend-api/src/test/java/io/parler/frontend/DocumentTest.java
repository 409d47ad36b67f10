package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void theETagChangesWithTheBytes() {
        Document document = Document.html("<p>one</p>");

        assertThat(Document.html("<p>one</p>").etag()).isEqualTo(document.etag());
        assertThat(Document.html("<p>two</p>").etag()).isNotEqualTo(document.etag());
        assertThat(document.etag().value()).matches("\"[0-9a-f]{24}\"");
    }
}
