package io.parler.loadpost.fetch;

import io.parler.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// Fetches pages from hostile sites safely: only http and https, only public addresses, which are
/// checked after DNS and after every redirect, with limits of time, size and redirects.
public final class PublicWebClient implements WebClient, ConditionalWebClient {
    private static final int MAX_REDIRECTS = 5;

    private final Limits limits;
    private final AddressPolicy policy;
    private final TimeLimitedResolver resolver;
    private final SSLSocketFactory tls;
    private final UserAgent userAgent;

    /// The limits of one fetch: its whole time, and the size of a page after decompression.
    public record Limits(Duration time, int bytes) {
        public static final Limits STANDARD = new Limits(Duration.ofSeconds(10), 5_000_000);
    }

    public PublicWebClient(
            Limits limits,
            AllowedNetworks allowed,
            HostResolver resolver,
            SSLSocketFactory tls,
            UserAgent userAgent) {
        this.limits = limits;
        this.policy = new AddressPolicy(allowed);
        this.resolver = new TimeLimitedResolver(resolver);
        this.tls = tls;
        this.userAgent = userAgent;
    }

    @Override
    public FetchResult get(String url, String accept) {
        try {
            return switch (request(WebAddress.parse(url), accept, Optional.empty())) {
                case Page page -> new FetchResult.Found(page.resource());
                case Failed failed -> failed.result();
                case NotModified _ -> throw new IllegalStateException("not a conditional request");
            };
        } catch (InvalidAddressException e) {
            return FetchResult.Failed.invalidAddress(e);
        }
    }

    @Override
    public Response request(WebAddress start, String accept, Optional<Known> known) {
        FetchDeadline deadline = FetchDeadline.in(limits.time());
        List<CachingHeaders> redirects = new ArrayList<>();
        RedirectCookies cookies = new RedirectCookies();
        WebAddress address = start;
        while (redirects.size() <= MAX_REDIRECTS) {
            try {
                switch (step(head(address, accept, cookies, known), redirects, deadline)) {
                    case Done(Response response) -> {
                        return response;
                    }
                    case Redirect redirect -> {
                        redirects.add(redirect.headers());
                        cookies.store(address, redirect.cookies());
                        address = address.resolve(redirect.location());
                    }
                }
            } catch (InvalidAddressException e) {
                return failed(
                        ProblemType.URL_NOT_ALLOWED,
                        "The site redirects to an address that is not read.");
            } catch (IOException e) {
                return failed(address, e, deadline);
            }
        }
        return failed(
                ProblemType.SITE_REFUSED,
                "The site redirects more than " + MAX_REDIRECTS + " times.");
    }

    private RequestHead head(
            WebAddress address, String accept, RedirectCookies cookies, Optional<Known> known) {
        return new RequestHead(
                address,
                userAgent.value(),
                accept,
                cookies.header(address),
                known.filter(page -> page.address().equals(address))
                        .map(Known::validators)
                        .orElse(Validators.NONE));
    }

    private sealed interface Step {}

    private record Done(Response response) implements Step {}

    private record Redirect(String location, CachingHeaders headers, List<String> cookies)
            implements Step {}

    private Step step(RequestHead request, List<CachingHeaders> redirects, FetchDeadline deadline)
            throws IOException {
        WebAddress address = request.address();
        List<InetAddress> resolved = resolver.resolve(address, deadline);
        if (!resolved.stream().allMatch(ip -> policy.allows(address, ip))) {
            return new Done(new Failed(AddressPolicy.NOT_ALLOWED));
        }
        try (PinnedConnection connection = PinnedConnection.open(address, resolved, tls, deadline);
                FetchDeadline.Timer _ = deadline.closeInTime(connection)) {
            InputStream in = connection.send(request);
            ResponseHead head = ResponseHead.read(in);
            CachingHeaders headers = CachingHeaders.of(head);
            if (head.isRedirect() && !head.location().isEmpty()) {
                return new Redirect(head.location(), headers, head.cookies());
            }
            if (head.status() == 304 && !request.known().none()) {
                return new Done(new NotModified(headers, List.copyOf(redirects)));
            }
            return new Done(
                    switch (head.status()) {
                        case 200, 203 ->
                                page(
                                        address,
                                        head,
                                        FramedBody.of(head, in),
                                        List.copyOf(redirects));
                        default -> failed(head.status(), head.header("retry-after"));
                    });
        }
    }

    /// A page without length or chunks ends where its connection ends, and may be cut off. It is
    /// read but not cached.
    private Response page(
            WebAddress address,
            ResponseHead head,
            FramedBody framed,
            List<CachingHeaders> redirects)
            throws IOException {
        try (InputStream in = ContentCoding.decoded(head.header("content-encoding"), framed)) {
            byte[] body = in.readNBytes(limits.bytes() + 1);
            if (body.length > limits.bytes()) {
                return failed(
                        ProblemType.PAGE_TOO_LARGE,
                        "The page is larger than " + limits.bytes() / 1_000_000 + " MB.");
            }
            return new Page(
                    new Resource(
                            address,
                            head.header("content-type"),
                            head.header("content-language"),
                            head.header("link"),
                            body),
                    framed.hasMarkedEnd() ? CachingHeaders.of(head) : CachingHeaders.NONE,
                    redirects);
        }
    }

    private static Failed failed(ProblemType problem, String detail) {
        return new Failed(new FetchResult.Failed(problem, detail));
    }

    private static Failed failed(int status, String retryAfter) {
        if (status == 404 || status == 410) {
            return failed(
                    ProblemType.PAGE_NOT_FOUND,
                    "There is no such page: the site answered " + status + ".");
        }
        if (status >= 500) {
            return new Failed(
                    new FetchResult.Failed(
                            ProblemType.SITE_UNREACHABLE,
                            "The site answered " + status + ".",
                            retryAfter));
        }
        return new Failed(
                new FetchResult.Failed(
                        ProblemType.SITE_REFUSED,
                        "The site does not let us read it: it answered " + status + ".",
                        retryAfter));
    }

    private static Failed failed(WebAddress address, IOException e, FetchDeadline deadline) {
        if (deadline.hasPassed() || e instanceof SocketTimeoutException) {
            return failed(ProblemType.SITE_TIMEOUT, address.host() + " did not answer in time.");
        }
        String detail =
                switch (e) {
                    case UnknownHostException _ -> "There is no site " + address.host() + ".";
                    case SSLException _ ->
                            address.host() + " has no certificate that can be trusted.";
                    default -> address.host() + " could not be reached.";
                };
        return failed(ProblemType.SITE_UNREACHABLE, detail);
    }
}
