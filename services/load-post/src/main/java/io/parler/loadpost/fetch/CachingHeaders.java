package io.parler.loadpost.fetch;

/// The headers of a response about caching (RFC 9111, section 5), as sent; empty if absent.
public record CachingHeaders(
        String cacheControl,
        String vary,
        String expires,
        String date,
        String age,
        Validators validators) {
    public static final CachingHeaders NONE =
            new CachingHeaders("", "", "", "", "", Validators.NONE);

    static CachingHeaders of(ResponseHead head) {
        return new CachingHeaders(
                head.header("cache-control"),
                head.header("vary"),
                head.header("expires"),
                head.header("date"),
                head.header("age"),
                new Validators(head.header("etag"), head.header("last-modified")));
    }

    /// These headers, updated by those of a 304 response (RFC 9111, section 3.2): a header that is
    /// absent there keeps its value, but `Date` and `Age` always are those of the newer response.
    public CachingHeaders updatedBy(CachingHeaders newer) {
        return new CachingHeaders(
                newer.cacheControl.isEmpty() ? cacheControl : newer.cacheControl,
                newer.vary.isEmpty() ? vary : newer.vary,
                newer.expires.isEmpty() ? expires : newer.expires,
                newer.date,
                newer.age,
                newer.validators.or(validators));
    }
}
