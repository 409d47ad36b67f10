package io.parler.loadpost.fetch;

import io.parler.loadpost.fetch.Fetch.Found;
import io.parler.loadpost.fetch.Fetch.Reason;
import io.parler.loadpost.fetch.Fetch.Refused;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// The web, each address taken to be hostile: only http and https, only public addresses, checked
/// after DNS and after every redirect, bounded in time, size and redirects.
public final class PublicWeb implements Web {
    private static final int MAX_REDIRECTS = 5;

    /// Blogs are served on these. Anything else would let a caller knock at the mail servers and
    /// databases of strangers in our name.
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private final Limits limits;
    private final AllowedNetworks allowed;
    private final NameLookup names;
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
        this.allowed = allowed;
        this.names = names;
        this.tls = tls;
        this.userAgent = userAgent;
    }

    @Override
    public Fetch get(String url, String accept) {
        try {
            return follow(WebAddress.parse(url), accept, new Deadline(limits.time()));
        } catch (UnreadableAddress e) {
            return new Refused(Reason.URL_INVALID, sentence(e));
        }
    }

    private Fetch follow(WebAddress start, String accept, Deadline deadline) {
        var address = start;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            try {
                switch (once(address, accept, deadline)) {
                    case Answer answer -> {
                        return answer.outcome();
                    }
                    case Redirect redirect -> address = address.resolve(redirect.location());
                }
            } catch (UnreadableAddress e) {
                return new Refused(
                        Reason.URL_NOT_ALLOWED,
                        "The site redirects to an address that is not read.");
            } catch (IOException e) {
                return failure(address, e, deadline);
            }
        }
        return new Refused(
                Reason.SITE_REFUSED, "The site redirects more than " + MAX_REDIRECTS + " times.");
    }

    private sealed interface Step {}

    private record Answer(Fetch outcome) implements Step {}

    private record Redirect(String location) implements Step {}

    private Step once(WebAddress address, String accept, Deadline deadline) throws IOException {
        var resolved = resolve(address, deadline);
        if (!resolved.stream().allMatch(ip -> mayFetch(address, ip))) {
            return new Answer(
                    new Refused(
                            Reason.URL_NOT_ALLOWED,
                            "Only public web addresses on the usual ports are read."));
        }
        try (var connection = Connection.open(address, resolved, tls, deadline);
                var _ = deadline.watch(connection)) {
            var in = connection.send(address, userAgent, accept);
            var head = ResponseHead.read(in);
            if (head.redirects() && !head.location().isEmpty()) {
                return new Redirect(head.location());
            }
            if (head.status() != 200 && head.status() != 203) {
                return new Answer(refusal(head.status()));
            }
            return new Answer(body(address, head, FramedBody.of(head, in)));
        }
    }

    private boolean mayFetch(WebAddress address, InetAddress ip) {
        return allowed.allows(address, ip)
                || (PublicAddress.isPublic(ip) && PORTS.contains(address.port()));
    }

    /// Asked on a thread of its own: the system's lookup can't be interrupted and knows no
    /// deadline.
    private List<InetAddress> resolve(WebAddress address, Deadline deadline) throws IOException {
        if (HostName.isLiteral(address.host())) {
            return List.of(InetAddress.ofLiteral(address.host().replace("[", "").replace("]", "")));
        }
        var lookup = new FutureTask<>(() -> names.addressesOf(address.host()));
        Thread.ofPlatform().daemon().name("name-lookup").start(lookup);
        try {
            return lookup.get(deadline.millis(), TimeUnit.MILLISECONDS).stream()
                    .sorted(Comparator.comparingInt(ip -> ip instanceof Inet4Address ? 0 : 1))
                    .toList();
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name was not found in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
    }

    private Fetch body(WebAddress address, ResponseHead head, FramedBody framed)
            throws IOException {
        var tooLarge =
                new Refused(
                        Reason.PAGE_TOO_LARGE,
                        "The page is larger than " + limits.bytes() / 1_000_000 + " MB.");
        try (var in = ContentCoding.decoded(head.header("content-encoding"), framed)) {
            byte[] body = in.readNBytes(limits.bytes() + 1);
            return body.length > limits.bytes()
                    ? tooLarge
                    : new Found(new Resource(address, head.header("content-type"), body));
        }
    }

    private static Refused refusal(int status) {
        if (status == 404 || status == 410) {
            return new Refused(
                    Reason.PAGE_NOT_FOUND,
                    "There is no such page: the site answered " + status + ".");
        }
        if (status >= 500) {
            return new Refused(Reason.SITE_UNREACHABLE, "The site answered " + status + ".");
        }
        return new Refused(
                Reason.SITE_REFUSED,
                "The site does not let us read it: it answered " + status + ".");
    }

    private static Refused failure(WebAddress address, IOException e, Deadline deadline) {
        if (deadline.passed() || e instanceof SocketTimeoutException) {
            return new Refused(Reason.SITE_TIMEOUT, address.host() + " did not answer in time.");
        }
        var why =
                switch (e) {
                    case UnknownHostException u -> "There is no site " + address.host() + ".";
                    case SSLException s ->
                            address.host() + " has no certificate that can be trusted.";
                    default -> address.host() + " could not be reached.";
                };
        return new Refused(Reason.SITE_UNREACHABLE, why);
    }

    private static String sentence(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
