package io.parler.deploy.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;

class YamlCommentsTest {
    @Test
    void linesOfCommentsAreRemovedButNotThoseOfABlockScalar() {
        assertThat(
                        YamlComments.removed(
                                """
                                # About it.
                                Query: |
                                  fields a
                                  # of the query

                                  # too
                                Next: "# text"   # stays
                                  # goes
                                List:
                                - >-
                                  # text
                                """))
                .isEqualTo(
                        """
                        Query: |
                          fields a
                          # of the query

                          # too
                        Next: "# text"   # stays
                        List:
                        - >-
                          # text
                        """);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateMeansTheSameWithoutThem(Path template) throws IOException {
        String text = Files.readString(template);

        String without = YamlComments.removed(text);

        assertThat(without).hasSizeLessThanOrEqualTo(text.length());
        assertThat(events(without)).isEqualTo(events(text));
    }

    static Stream<Path> templates() {
        return Stream.concat(
                Stream.of("platform", "edge", "pipeline")
                        .map(name -> Path.of("../" + name + ".yaml")),
                Stream.of("load-post", "post-conversion", "conversion", "status", "frontend-api")
                        .map(name -> Path.of("../../services/" + name + "/template.yaml")));
    }

    private static List<String> events(String yaml) {
        List<String> events = new ArrayList<>();
        new Parse(LoadSettings.builder().build())
                .parseString(yaml)
                .forEach(event -> events.add(event.toString()));
        return events;
    }
}
