package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.ConditionalWebClient;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.Validators;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A site that gives its answers one after the other, and remembers what it was asked.
final class FakeSite implements ConditionalWebClient {
    static final String BLOG = "https://blog.example/";
    static final String HTML = "text/html";

    record Asked(WebAddress address, String accept, Optional<Known> known) {}

    private final Deque<Response> answers = new ArrayDeque<>();
    final List<Asked> asked = new ArrayList<>();

    void answers(Response... next) {
        answers.addAll(List.of(next));
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public Response request(WebAddress address, String accept, Optional<Known> known) {
        asked.add(new Asked(address, accept, known));
        return answers.removeFirst();
    }

    static ConditionalWebClient.Page page(String body, String cacheControl, Validators validators) {
        return page(BLOG, body, cacheControl, validators);
    }

    static ConditionalWebClient.Page page(
            String url, String body, String cacheControl, Validators validators) {
        return new ConditionalWebClient.Page(
                new Resource(address(url), HTML, body.getBytes(StandardCharsets.UTF_8)),
                new CachingHeaders(cacheControl, "", "", "", "", validators),
                List.of());
    }

    static ConditionalWebClient.Page redirected(
            String to, ConditionalWebClient.Page page, String cacheControl) {
        return new ConditionalWebClient.Page(
                new Resource(address(to), HTML, page.resource().body()),
                page.headers(),
                List.of(new CachingHeaders(cacheControl, "", "", "", "", Validators.NONE)));
    }

    static ConditionalWebClient.NotModified unchanged(String cacheControl, Validators validators) {
        return new ConditionalWebClient.NotModified(
                new CachingHeaders(cacheControl, "", "", "", "", validators), List.of());
    }

    static ConditionalWebClient.Failed refused(ProblemType reason) {
        return new ConditionalWebClient.Failed(new FetchResult.Failed(reason, "The fetch failed."));
    }

    static WebAddress address(String url) {
        try {
            return WebAddress.parse(url);
        } catch (InvalidAddressException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
