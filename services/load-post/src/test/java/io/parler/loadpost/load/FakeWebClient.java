package io.parler.loadpost.load;

import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.loadpost.fetch.WebClient;
import io.parler.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A web client with pages in memory.
public final class FakeWebClient implements WebClient {
    private final Map<String, FetchResult> pages = new HashMap<>();

    /// Feeds of a list are requested at the same time.
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Consumer<String> onRequest = _ -> {};

    public FakeWebClient page(String url, String contentType, String body) {
        return file(url, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public FakeWebClient file(String url, String contentType, byte[] body) {
        try {
            pages.put(
                    url,
                    new FetchResult.Found(new Resource(WebAddress.parse(url), contentType, body)));
            return this;
        } catch (InvalidAddressException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public FakeWebClient resource(String url, Resource resource) {
        pages.put(url, new FetchResult.Found(resource));
        return this;
    }

    public FakeWebClient html(String url, String body) {
        return page(url, "text/html; charset=utf-8", body);
    }

    public FakeWebClient xml(String url, String body) {
        return page(url, "application/xml", body);
    }

    public FakeWebClient failing(String url, ProblemType reason) {
        pages.put(url, new FetchResult.Failed(reason, "The fetch failed."));
        return this;
    }

    /// Runs `action` at each request, with its address.
    public FakeWebClient onRequest(Consumer<String> action) {
        onRequest = action;
        return this;
    }

    public List<String> requests() {
        return requests;
    }

    @Override
    public FetchResult get(String url, String accept) {
        requests.add(url);
        onRequest.accept(url);
        return pages.getOrDefault(
                url, new FetchResult.Failed(ProblemType.PAGE_NOT_FOUND, "There is no such page."));
    }
}
