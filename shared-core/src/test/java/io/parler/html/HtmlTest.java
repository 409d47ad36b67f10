package io.parler.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textsAndAttributesAreEscaped() {
        String hostile = "</p><script>\"'&";
        assertThat(new Html().element("p", hostile, "title", hostile))
                .hasToString(
                        "<p title=\"&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;\">"
                                + "&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;</p>");
    }

    @Test
    void anAttributeWithoutAValueIsLeftOut() {
        assertThat(new Html().open("a", "href", null, "class", "x")).hasToString("<a class=\"x\">");
    }
}
