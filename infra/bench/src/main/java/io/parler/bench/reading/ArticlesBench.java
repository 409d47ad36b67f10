package io.parler.bench.reading;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parler bench articles`: pages to articles, beside readability4j.
@Command(
        name = "articles",
        description = {
            "Reads pages as articles, and times it beside readability4j.",
            "Of each page OUT.json holds articleBody (all blocks), spokenBody (what a voice"
                    + " reads), title, byline, lang, publishedTime, siteName and milliseconds; or"
                    + " error. Where the manifest names an expected text, in a fourth column, the"
                    + " agreement is printed."
        },
        mixinStandardHelpOptions = true)
public final class ArticlesBench implements Callable<Integer> {
    @Mixin private ReadingOptions choices = new ReadingOptions();

    private final ArticleReader reader = new ArticleReader();

    private final TextAgreement whole = new TextAgreement("all blocks");
    private final TextAgreement spoken = new TextAgreement("spoken");

    @Override
    public Integer call() {
        var outcome =
                choices.run(
                        new Comparison.Contestant("Parler", this::read),
                        new Comparison.Contestant("readability4j", ArticlesBench::readability),
                        this::write,
                        "hold an article");
        if (!whole.isEmpty()) {
            choices.say(whole.line());
            choices.say(spoken.line());
        }
        choices.say(outcome);
        return 0;
    }

    private boolean write(Manifest.Item item, ResultsWriter results) {
        var text = "";
        var said = "";
        boolean found = false;
        switch (read(item, item.bytes())) {
            case ArticleResult.Found(var article) -> {
                found = true;
                text = article.text();
                said = spoken(article);
                write(article, said, results);
            }
            case ArticleResult.NoArticle(var why) -> results.text("error", why);
            case ArticleResult.TooLarge(var why) -> results.text("error", why);
        }
        var expected = item.expectedText();
        if (expected.isPresent()) {
            whole.add(text, expected.get());
            spoken.add(said, expected.get());
        }
        return found;
    }

    private ArticleResult read(Manifest.Item item, byte[] bytes) {
        try {
            var page = new Resource(WebAddress.parse(item.url()), "text/html", bytes);
            return reader.read(page.text(), item.url());
        } catch (InvalidAddressException _) {
            throw new ManifestException("not a web address: " + item.url());
        }
    }

    private static void readability(Manifest.Item item, byte[] bytes)
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
