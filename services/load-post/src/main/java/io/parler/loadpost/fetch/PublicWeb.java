package io.parler.loadpost.fetch;

import io.parler.loadpost.fetch.Fetch.Reason;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// The web, each address taken to be hostile: only http and https, only public addresses, checked
/// after DNS and after every redirect, bounded in time, size and redirects.
public final class PublicWeb implements Web, ConditionalWeb {
    private static final int MAX_REDIRECTS = 5;

    private final Limits limits;
    private final PublicAddressOnly allowed;
    private final TimedLookup names;
    private final SSLSocketFactory tls;
    private final String userAgent;

    /// The limits of one fetch: its whole time, and the size of a page after decompression.
    public record Limits(Duration time, int bytes) {
        public static final Limits STANDARD = new Limits(Duration.ofSeconds(10), 5_000_000);
    }

    public PublicWeb(
            Limits limits,
            AllowedNetworks allowed,
            NameLookup names,
            SSLSocketFactory tls,
            String userAgent) {
        this.limits = limits;
        this.allowed = new PublicAddressOnly(allowed);
        this.names = new TimedLookup(names);
        this.tls = tls;
        this.userAgent = userAgent;
    }

    @Override
    public Fetch get(String url, String accept) {
        try {
            return switch (ask(WebAddress.parse(url), accept, Optional.empty())) {
                case Page page -> new Fetch.Found(page.resource());
                case Refused refused -> refused.refusal();
                case Unchanged _ -> throw new IllegalStateException("nothing was known");
            };
        } catch (UnreadableAddress e) {
            return Fetch.Refused.unreadable(e);
        }
    }

    @Override
    public Answer ask(WebAddress start, String accept, Optional<Known> known) {
        var deadline = new Deadline(limits.time());
        var redirects = new ArrayList<CachingHeaders>();
        var address = start;
        while (redirects.size() <= MAX_REDIRECTS) {
            try {
                switch (once(request(address, accept, known), redirects, deadline)) {
                    case Done(var answer) -> {
                        return answer;
                    }
                    case Redirect redirect -> {
                        redirects.add(redirect.headers());
                        address = address.resolve(redirect.location());
                    }
                }
            } catch (UnreadableAddress e) {
                return refused(
                        Reason.URL_NOT_ALLOWED,
                        "The site redirects to an address that is not read.");
            } catch (IOException e) {
                return failure(address, e, deadline);
            }
        }
        return refused(
                Reason.SITE_REFUSED, "The site redirects more than " + MAX_REDIRECTS + " times.");
    }

    private RequestHead request(WebAddress address, String accept, Optional<Known> known) {
        return new RequestHead(
                address,
                userAgent,
                accept,
                known.filter(page -> page.address().equals(address))
                        .map(Known::validators)
                        .orElse(Validators.NONE));
    }

    private sealed interface Step {}

    private record Done(Answer answer) implements Step {}

    private record Redirect(String location, CachingHeaders headers) implements Step {}

    private Step once(RequestHead request, List<CachingHeaders> redirects, Deadline deadline)
            throws IOException {
        var address = request.address();
        var resolved = names.of(address, deadline);
        if (!resolved.stream().allMatch(ip -> allowed.allows(address, ip))) {
            return new Done(new Refused(PublicAddressOnly.REFUSAL));
        }
        try (var connection = Connection.open(address, resolved, tls, deadline);
                var _ = deadline.watch(connection)) {
            var in = connection.send(request);
            var head = ResponseHead.read(in);
            var headers = CachingHeaders.of(head);
            if (head.redirects() && !head.location().isEmpty()) {
                return new Redirect(head.location(), headers);
            }
            if (head.status() == 304 && !request.known().none()) {
                return new Done(new Unchanged(headers, List.copyOf(redirects)));
            }
            return new Done(
                    switch (head.status()) {
                        case 200, 203 ->
                                page(
                                        address,
                                        head,
                                        FramedBody.of(head, in),
                                        List.copyOf(redirects));
                        default -> refusal(head.status());
                    });
        }
    }

    /// A page that ends only where its connection does may be half a page. It is read, but gives
    /// nothing to keep it by.
    private Answer page(
            WebAddress address,
            ResponseHead head,
            FramedBody framed,
            List<CachingHeaders> redirects)
            throws IOException {
        try (var in = ContentCoding.decoded(head.header("content-encoding"), framed)) {
            byte[] body = in.readNBytes(limits.bytes() + 1);
            if (body.length > limits.bytes()) {
                return refused(
                        Reason.PAGE_TOO_LARGE,
                        "The page is larger than " + limits.bytes() / 1_000_000 + " MB.");
            }
            return new Page(
                    new Resource(address, head.header("content-type"), body),
                    framed.endIsMarked() ? CachingHeaders.of(head) : CachingHeaders.NONE,
                    redirects);
        }
    }

    private static Refused refused(Reason reason, String detail) {
        return new Refused(new Fetch.Refused(reason, detail));
    }

    private static Refused refusal(int status) {
        if (status == 404 || status == 410) {
            return refused(
                    Reason.PAGE_NOT_FOUND,
                    "There is no such page: the site answered " + status + ".");
        }
        if (status >= 500) {
            return refused(Reason.SITE_UNREACHABLE, "The site answered " + status + ".");
        }
        return refused(
                Reason.SITE_REFUSED,
                "The site does not let us read it: it answered " + status + ".");
    }

    private static Refused failure(WebAddress address, IOException e, Deadline deadline) {
        if (deadline.passed() || e instanceof SocketTimeoutException) {
            return refused(Reason.SITE_TIMEOUT, address.host() + " did not answer in time.");
        }
        var why =
                switch (e) {
                    case UnknownHostException u -> "There is no site " + address.host() + ".";
                    case SSLException s ->
                            address.host() + " has no certificate that can be trusted.";
                    default -> address.host() + " could not be reached.";
                };
        return refused(Reason.SITE_UNREACHABLE, why);
    }
}
