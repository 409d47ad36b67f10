package io.parler.loadpost.load;

import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.Fetch.Reason;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.UnreadableAddress;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.fetch.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A small web in memory.
public final class Sites implements Web {
    private final Map<String, Fetch> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    public Sites page(String url, String contentType, String body) {
        return file(url, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public Sites file(String url, String contentType, byte[] body) {
        try {
            pages.put(url, new Fetch.Found(new Resource(WebAddress.parse(url), contentType, body)));
            return this;
        } catch (UnreadableAddress e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Sites html(String url, String body) {
        return page(url, "text/html; charset=utf-8", body);
    }

    public Sites xml(String url, String body) {
        return page(url, "application/xml", body);
    }

    public Sites refusing(String url, Reason reason) {
        pages.put(url, new Fetch.Refused(reason, "It was refused."));
        return this;
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public Fetch get(String url, String accept) {
        asked.add(url);
        return pages.getOrDefault(
                url, new Fetch.Refused(Reason.PAGE_NOT_FOUND, "There is no such page."));
    }
}
