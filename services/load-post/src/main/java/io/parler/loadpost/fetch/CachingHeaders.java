package io.parler.loadpost.fetch;

/// What an answer says of keeping it, as sent (RFC 9111, section 5); empty where it is silent.
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

    /// These, after the site said "not modified" with others: what it said anew counts, and what
    /// it said before where it is silent (RFC 9111, section 3.2). The time of an answer is its
    /// own.
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
