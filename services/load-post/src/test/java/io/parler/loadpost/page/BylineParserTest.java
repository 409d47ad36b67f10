package io.parler.loadpost.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BylineParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name *",
                "Posted on",
                "By",
                "by",
                "Author:",
                "article.author.label",
                "posts_by_author",
                "Published by",
                "admin",
                "https://harbour.example/ida",
                "ida@harbour.example",
                "{{author}}"
            })
    void aLabelIsNoAuthor(String line) {
        assertThat(BylineParser.author(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ida Brandt", "By Ida Brandt", "Written by Ida Brandt"})
    void aNameIsAnAuthor(String line) {
        assertThat(BylineParser.author(line)).contains("Ida Brandt");
    }
}
