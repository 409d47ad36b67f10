package io.parler.loadpost.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
                "wpadmin",
                "Super User",
                "https://harbour.example/ida",
                "ida@harbour.example",
                "{{author}}"
            })
    void aLabelIsNoAuthor(String line) {
        assertThat(BylineParser.author(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Museum of Modern Art", "Bank of England", "Doctors for the Coast"})
    void theNameOfAnOrganizationStaysWhole(String name) {
        assertThat(BylineParser.author(name)).contains(name);
    }

    @Test
    void aTitleIsNoByline() {
        assertThat(BylineParser.labelledName("Love Letters from Rome")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ida Brandt",
                "By Ida Brandt",
                "Written by Ida Brandt",
                "Posted by Ida Brandt on 3 March 2026",
                "Posted by Ida Brandt 3 hours ago",
                "Author: Ida Brandt",
                "Ida Brandt | Follow",
                "Ida Brandt, Chief Editor",
                "By Ida Brandt for The Harbour",
                "Ida Brandt, of the Harbour",
                "ida@harbour.example (Ida Brandt)",
                "Ida Brandt <ida@harbour.example>"
            })
    void aNameIsAnAuthor(String line) {
        assertThat(BylineParser.author(line)).contains("Ida Brandt");
    }
}
