package io.parler.conversion.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PronouncerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron is here      | [cron] is here",
                "Cron's CRON, cron | [Cron]'s [CRON], [cron]",
                "acron crony cron2 | acron crony cron2",
                "cron-job (cron)   | [cron]-job ([cron])",
                "croń cron\u0301   | croń cron\u0301",
                "用cron吧          | 用[cron]吧",
                "cronは            | [cron]は",
            })
    void aWholeWordMatchesBetweenWordBoundaries(String text, String marked) {
        assertThat(marked(rules(alias("cron")), text)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource({"行, 銀行に行く, 銀[行]に[行]く", "쿠버, 쿠버는 쿠버, [쿠버]는 [쿠버]", "คิว, รอคิวนี้, รอ[คิว]นี้"})
    void wholeWordRulesMatchAnywhereInScriptsWithoutSpaces(
            String rule, String text, String marked) {
        // 銀行 is one word, and only its own rule keeps it together.
        assertThat(marked(rules(alias(rule)), text)).isEqualTo(marked);
    }

    @Test
    void aRuleForPartsOfWordsMatchesWithinWords() {
        Pronunciation part =
                new Pronunciation("k8", said("kubernet"), Optional.empty(), false, false);

        assertThat(marked(rules(part), "k8s and K8S")).isEqualTo("[k8]s and [K8]S");
    }

    @Test
    void aCaseSensitiveRuleMatchesTheSameCaseOnly() {
        Pronunciation us = new Pronunciation("US", said("u s"), Optional.empty(), true, true);

        assertThat(marked(rules(us), "US and us")).isEqualTo("[US] and us");
    }

    @Test
    void theLongestRuleAppliesAndOfEqualOnesTheFirst() {
        Pronunciations rules =
                rules(alias("SQL"), alias("SQL Server"), rule("sql server", said("second")));

        Words words = new Pronouncer(rules, "en").apply(Words.plain("SQL Server, SQL"));

        assertThat(words.spokenText()).isEqualTo("alias of SQL Server, alias of SQL");
    }

    @Test
    void noRuleAppliesToTheReplacementOfAnother() {
        Pronunciations rules = rules(rule("a", said("b")), rule("b", said("a")));

        assertThat(new Pronouncer(rules, "en").apply(Words.plain("a b a")).spokenText())
                .isEqualTo("b a b");
    }

    @Test
    void rulesOfTheRequestTakePrecedence() {
        Pronunciations request = rules(rule("cron", said("request")));
        Pronunciations account = rules(rule("Cron", said("account")), rule("at", said("et")));

        Words words = new Pronouncer(request.before(account), "en").apply(Words.plain("cron at"));

        assertThat(words.spokenText()).isEqualTo("request et");
    }

    @ParameterizedTest
    @CsvSource({"en, en-GB, true", "en-GB, en, false", "EN-gb, en-GB, true", "de, den, false"})
    void aRuleAppliesInItsLanguageOnly(String of, String in, boolean holds) {
        Pronunciation rule = new Pronunciation("cron", said("x"), Optional.of(of), false, true);

        assertThat(new Pronouncer(rules(rule), in).apply(Words.plain("cron")).spokenText())
                .isEqualTo(holds ? "x" : "cron");
    }

    @Test
    void inAForeignSpanTheRulesOfItsLanguageApply() {
        Pronunciation german =
                new Pronunciation("Uhr", said("oor"), Optional.of("de"), false, true);
        Words words =
                new Words(
                        List.of(
                                new Span.Plain("Uhr "),
                                new Span.Foreign("de-AT", List.of(new Span.Plain("Uhr")))));

        assertThat(new Pronouncer(rules(german), "en").apply(words).spokenText())
                .isEqualTo("Uhr oor");
    }

    @Test
    void noRuleMatchesAcrossSpans() {
        Words words =
                new Words(
                        List.of(
                                new Span.Plain("new "),
                                new Span.Foreign("fr", List.of(new Span.Plain("york")))));

        assertThat(new Pronouncer(rules(alias("new york")), "en").apply(words)).isEqualTo(words);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(i -> 32_452_843L * i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rulesNeverChangeTheWrittenText(long seed) {
        Random random = new Random(seed);
        Words words = RandomWords.of(random);
        Pronunciations rules =
                new Pronunciations(
                        Stream.of("cron", "SQL", "&", "队", "a queue", "👩", "e", "\ud83d")
                                .map(
                                        text ->
                                                new Pronunciation(
                                                        text,
                                                        new Pronunciation.How.Letters(),
                                                        Optional.empty(),
                                                        random.nextBoolean(),
                                                        random.nextBoolean()))
                                .toList());

        assertThat(new Pronouncer(rules, "en").apply(words).text()).isEqualTo(words.text());
    }

    private static String marked(Pronunciations rules, String text) {
        StringBuilder marked = new StringBuilder();
        for (Span span : new Pronouncer(rules, "en").apply(Words.plain(text)).spans()) {
            marked.append(span instanceof Span.Plain ? span.text() : "[" + span.text() + "]");
        }
        return marked.toString();
    }

    private static Pronunciations rules(Pronunciation... rules) {
        return new Pronunciations(List.of(rules));
    }

    private static Pronunciation alias(String text) {
        return rule(text, said("alias of " + text));
    }

    private static Pronunciation rule(String text, Pronunciation.How how) {
        return new Pronunciation(text, how, Optional.empty(), false, true);
    }

    private static Pronunciation.How said(String words) {
        return new Pronunciation.How.Alias(words);
    }
}
