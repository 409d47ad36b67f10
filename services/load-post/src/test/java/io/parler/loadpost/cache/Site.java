package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.ConditionalWeb;
import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.Fetch.Reason;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.UnreadableAddress;
import io.parler.loadpost.fetch.Validators;
import io.parler.loadpost.fetch.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A site that gives its answers one after the other, and remembers what it was asked.
final class Site implements ConditionalWeb {
    static final String BLOG = "https://blog.example/";
    static final String HTML = "text/html";

    record Asked(WebAddress address, String accept, Optional<Known> known) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<Asked> asked = new ArrayList<>();

    void answers(Answer... next) {
        answers.addAll(List.of(next));
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public Answer ask(WebAddress address, String accept, Optional<Known> known) {
        asked.add(new Asked(address, accept, known));
        return answers.removeFirst();
    }

    static ConditionalWeb.Page page(String body, String cacheControl, Validators validators) {
        return page(BLOG, body, cacheControl, validators);
    }

    static ConditionalWeb.Page page(
            String url, String body, String cacheControl, Validators validators) {
        return new ConditionalWeb.Page(
                new Resource(address(url), HTML, body.getBytes(StandardCharsets.UTF_8)),
                new CachingHeaders(cacheControl, "", "", "", "", validators),
                List.of());
    }

    static ConditionalWeb.Page redirected(
            String to, ConditionalWeb.Page page, String cacheControl) {
        return new ConditionalWeb.Page(
                new Resource(address(to), HTML, page.resource().body()),
                page.headers(),
                List.of(new CachingHeaders(cacheControl, "", "", "", "", Validators.NONE)));
    }

    static ConditionalWeb.Unchanged unchanged(String cacheControl, Validators validators) {
        return new ConditionalWeb.Unchanged(
                new CachingHeaders(cacheControl, "", "", "", "", validators), List.of());
    }

    static ConditionalWeb.Refused refused(Reason reason) {
        return new ConditionalWeb.Refused(new Fetch.Refused(reason, "It was refused."));
    }

    static WebAddress address(String url) {
        try {
            return WebAddress.parse(url);
        } catch (UnreadableAddress e) {
            throw new IllegalArgumentException(e);
        }
    }
}
