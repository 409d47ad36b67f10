package io.parler.bench.reading;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedResult;
import io.parler.loadpost.feed.Post;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parler bench feeds`: parses feeds, and compares with ROME.
@Command(
        name = "feeds",
        description = {
            "Parses feeds, and compares the speed with ROME.",
            "OUT.json has for each file: feed (title, link, description, language, author,"
                    + " published), entries (title, link, id, summary, content, author, published,"
                    + " updated) and milliseconds, or error."
        },
        mixinStandardHelpOptions = true)
public final class FeedsBench implements Callable<Integer> {
    @Mixin private ReadingOptions options = new ReadingOptions();

    private final FeedReader reader = new FeedReader();

    @Override
    public Integer call() {
        options.print(
                options.run(
                        new Comparison.Candidate("Parler", this::read),
                        new Comparison.Candidate("ROME", FeedsBench::runRome),
                        this::write,
                        "were parsed"));
        return 0;
    }

    private boolean write(Manifest.Item item, ResultsWriter results) {
        switch (read(item, item.bytes())) {
            case FeedResult.Found(var feed) -> {
                write(feed, results);
                return true;
            }
            case FeedResult.Unreadable(var why) -> results.text("error", why);
            case FeedResult.NotAFeed() -> results.text("error", "This is not a feed.");
        }
        return false;
    }

    private FeedResult read(Manifest.Item item, byte[] bytes) {
        return reader.read(bytes, "", item.url());
    }

    private static void runRome(Manifest.Item item, byte[] bytes)
            throws FeedException, IOException {
        new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
    }

    private static void write(Feed feed, ResultsWriter results) {
        results.open("feed")
                .text("title", feed.texts().title().value())
                .text("link", feed.siteUrl())
                .text("description", feed.texts().summary().value())
                .text("language", feed.language())
                .text("author", feed.texts().author())
                .time("published", feed.published())
                .end()
                .openList("entries");
        feed.posts().forEach(post -> write(post, results));
        results.endList();
    }

    private static void write(Post post, ResultsWriter results) {
        results.item()
                .text("title", post.texts().title().value())
                .text("link", post.url())
                .text("id", post.id())
                .text("summary", post.texts().summary().value())
                .text("content", post.texts().content().value())
                .text("author", post.texts().author())
                .time("published", post.published())
                .time("updated", post.updated())
                .end();
    }
}
