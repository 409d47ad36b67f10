package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {
    private final Document document = Document.html("<p>one</p>");

    @Test
    void aDocumentIsNamedByItsTagAloneInAListAndAsAWeakOne() {
        assertThat(document.isNamedBy(document.etag())).isTrue();
        assertThat(document.isNamedBy("\"other\", W/" + document.etag())).isTrue();
        assertThat(document.isNamedBy("*")).isTrue();
        assertThat(document.isNamedBy("\"other\"")).isFalse();
    }

    @Test
    void otherBytesHaveAnotherTag() {
        assertThat(Document.html("<p>two</p>").etag()).isNotEqualTo(document.etag());
        assertThat(Document.html("<p>one</p>").etag()).isEqualTo(document.etag());
    }
}
