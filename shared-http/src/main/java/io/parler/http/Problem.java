package io.parler.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A typed failure for the caller (RFC 9457). Its `type` is `/problems/<slug>`, a page that says
/// what to do; its `instance` is the id of the request.
public record Problem(
        int status, String slug, String title, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of());
    }

    public String type() {
        return "/problems/" + slug;
    }

    /// The members in the order RFC 9457 lists them; `errors` only where there are any.
    Map<String, Object> members(String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type());
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", requestId);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }
}
