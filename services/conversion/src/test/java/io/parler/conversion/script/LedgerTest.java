package io.parler.conversion.script;

import static io.parler.conversion.article.Blocks.announced;
import static io.parler.conversion.article.Blocks.article;
import static io.parler.conversion.article.Blocks.read;
import static io.parler.conversion.article.Blocks.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.request.ContentKind;
import io.parler.request.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For any article and any options, every block is in the ledger once, in order.
class LedgerTest {
    private static final List<Block.Kind> KINDS =
            List.of(
                    new Block.Kind.Heading(2),
                    new Block.Kind.Paragraph(),
                    new Block.Kind.Quote(),
                    new Block.Kind.ListItem(true, 1, 1),
                    new Block.Kind.Code(Optional.of("java")),
                    new Block.Kind.Table(List.of(List.of("Tool", "Cost"), List.of("cron", "5"))),
                    new Block.Kind.Table(large()),
                    new Block.Kind.Table(List.of()),
                    new Block.Kind.Image("alt", ""),
                    new Block.Kind.Image("", ""),
                    new Block.Kind.Caption(),
                    new Block.Kind.Embed(),
                    new Block.Kind.Footnote(),
                    new Block.Kind.Formula());
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "  ",
                    "***",
                    "🎉",
                    "https://x.example/a",
                    "Title",
                    "Some words.",
                    "More 👩‍🚀 words, see www.x.example/a here.",
                    "\\frac{a}{b}^2",
                    "two\nlines");
    private static final List<String> LANGUAGES = List.of("en-US", "de", "zh", "is");

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(i -> 104_729L * i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBlockIsInTheLedgerOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        List<Block> blocks = blocks(random);
        Article article = article(any(TEXTS, random), blocks.toArray(Block[]::new));

        Script script = ScriptWriter.write(article, any(LANGUAGES, random), options(random));

        assertThat(script.ledger())
                .extracting(Script.Entry::block)
                .containsExactlyElementsOf(blocks.stream().map(Block::id).toList());
        Set<String> heard =
                script.passages().stream().map(Passage::block).collect(Collectors.toSet());
        for (Script.Entry entry : script.ledger()) {
            boolean skipped = entry.treatment() == Block.Treatment.SKIPPED;
            assertThat(heard.contains(entry.block())).as(entry.toString()).isEqualTo(!skipped);
            assertThat(entry.reason().isPresent())
                    .isEqualTo(entry.treatment() != Block.Treatment.READ);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void passagesAreInBlockOrderAndSpeakable(long seed) {
        Random random = new Random(seed);
        List<Block> blocks = blocks(random);
        Article article = article(any(TEXTS, random), blocks.toArray(Block[]::new));

        Script script = ScriptWriter.write(article, any(LANGUAGES, random), options(random));

        List<String> order = new ArrayList<>(List.of(Passage.TITLE, Passage.BYLINE));
        blocks.forEach(block -> order.add(block.id()));
        assertThat(script.passages())
                .extracting(passage -> order.indexOf(passage.block()))
                .isSorted()
                .doesNotContain(-1);
        assertThat(script.passages())
                .allMatch(passage -> TextNormalizer.isSpeakable(passage.text()));
    }

    private static ScriptOptions options(Random random) {
        ScriptOptions options = ScriptOptions.DEFAULT;
        for (ContentKind matter : ContentKind.values()) {
            if (random.nextBoolean()) {
                options = options.with(matter, any(List.of(Policy.values()), random));
            }
        }
        return options;
    }

    private static List<Block> blocks(Random random) {
        List<Block> blocks = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            Block.Kind kind = any(KINDS, random);
            String text = any(TEXTS, random);
            String id = "b" + blocks.size();
            blocks.add(
                    switch (random.nextInt(3)) {
                        case 0 -> read(id, kind, text);
                        case 1 -> announced(id, kind, text);
                        default -> skipped(id, kind, text);
                    });
        }
        return blocks;
    }

    private static List<List<String>> large() {
        return IntStream.range(0, 20).mapToObj(i -> List.of("row " + i, "a", "b")).toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
