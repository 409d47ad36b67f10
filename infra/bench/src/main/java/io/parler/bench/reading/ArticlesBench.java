package io.parler.bench.reading;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parler bench articles`: extracts articles from pages, and compares with readability4j.
@Command(
        name = "articles",
        description = {
            "Extracts articles from pages, and compares the speed with readability4j.",
            "OUT.json has for each page: articleBody (all blocks), spokenBody (the blocks that are"
                    + " read), title, byline, lang, publishedTime, siteName and milliseconds, or"
                    + " error. If the manifest has an expected text (fourth column), the agreement"
                    + " is printed."
        },
        mixinStandardHelpOptions = true)
public final class ArticlesBench implements Callable<Integer> {
    @Mixin private ReadingOptions options = new ReadingOptions();

    @Option(
            names = "--ledger",
            description = {
                "Check that the blocks of each article have every visible word of its region of"
                        + " the page once, and print the pages on which they don't."
            })
    private boolean ledger;

    private int checked;
    private int complete;

    private final ArticleReader reader = new ArticleReader();

    private final TextAgreement allBlocks = new TextAgreement("all blocks");
    private final TextAgreement spokenBlocks = new TextAgreement("spoken");

    @Override
    public Integer call() {
        String summary =
                options.run(
                        new Comparison.Candidate("Parler", this::read),
                        new Comparison.Candidate("readability4j", ArticlesBench::runReadability),
                        this::write,
                        "have an article");
        if (!allBlocks.isEmpty()) {
            options.print(allBlocks.summary());
            options.print(spokenBlocks.summary());
        }
        options.print(summary);
        if (ledger) {
            options.print(
                    "  every visible word is read, announced or skipped on "
                            + complete
                            + " of "
                            + checked
                            + " pages");
        }
        return complete == checked ? 0 : 1;
    }

    private boolean write(Manifest.Item item, ResultsWriter results) {
        String text = "";
        String spokenText = "";
        boolean found = false;
        switch (read(item, item.bytes())) {
            case ArticleResult.Found(var article) -> {
                found = true;
                text = article.text();
                spokenText = spoken(article);
                write(article, spokenText, results);
                check(item, article);
            }
            case ArticleResult.NoArticle(var why) -> results.text("error", why);
            case ArticleResult.TooLarge(var why) -> results.text("error", why);
        }
        Optional<String> expected = item.expectedText();
        if (expected.isPresent()) {
            allBlocks.add(text, expected.get());
            spokenBlocks.add(spokenText, expected.get());
        }
        return found;
    }

    private void check(Manifest.Item item, Article article) {
        if (!ledger) {
            return;
        }
        checked++;
        LedgerCheck.Difference difference =
                LedgerCheck.of(page(item, item.bytes()).text(), item.url(), article);
        if (difference.isNone()) {
            complete++;
        } else {
            options.print("  " + item.id() + ": " + difference);
        }
    }

    private ArticleResult read(Manifest.Item item, byte[] bytes) {
        return reader.read(page(item, bytes).text(), item.url());
    }

    private static Resource page(Manifest.Item item, byte[] bytes) {
        try {
            return new Resource(WebAddress.parse(item.url()), "text/html", bytes);
        } catch (InvalidAddressException _) {
            throw new ManifestException("not a web address: " + item.url());
        }
    }

    private static void runReadability(Manifest.Item item, byte[] bytes)
            throws InvalidAddressException {
        var page = new Resource(WebAddress.parse(item.url()), "text/html", bytes);
        if (new Readability4J(item.url(), page.text()).parse().getTextContent() == null) {
            throw new IllegalStateException("no article");
        }
    }

    private static void write(Article article, String spoken, ResultsWriter results) {
        results.text("title", article.title())
                .text("byline", article.byline())
                .text("lang", article.language())
                .text("publishedTime", article.published())
                .text("siteName", article.siteName())
                .text("articleBody", article.text())
                .text("spokenBody", spoken);
    }

    private static String spoken(Article article) {
        return article.blocks().stream()
                .filter(block -> block.spoken() == Block.Spoken.READ)
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }
}
