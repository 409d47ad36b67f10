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

/// A site that sends prepared responses in order, and records the requests.
final class FakeSite implements ConditionalWebClient {
    static final String BLOG = "https://blog.example/";
    static final String HTML = "text/html";

    record Request(WebAddress address, String accept, Optional<Known> known) {}

    private final Deque<Response> responses = new ArrayDeque<>();
    final List<Request> requests = new ArrayList<>();

    void respondsWith(Response... next) {
        responses.addAll(List.of(next));
    }

    Request last() {
        return requests.getLast();
    }

    @Override
    public Response request(WebAddress address, String accept, Optional<Known> known) {
        requests.add(new Request(address, accept, known));
        return responses.removeFirst();
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

    static ConditionalWebClient.Failed failed(ProblemType reason) {
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
