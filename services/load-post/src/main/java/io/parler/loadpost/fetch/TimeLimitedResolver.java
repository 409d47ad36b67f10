package io.parler.loadpost.fetch;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Resolves a web address to IP addresses within a time limit, IPv4 first. A lookup runs on a
/// thread of its own: the system's lookup can't be interrupted and has no timeout.
record TimeLimitedResolver(HostResolver resolver) {
    List<InetAddress> resolve(WebAddress address, FetchDeadline deadline) throws IOException {
        Optional<InetAddress> literal = address.literal();
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        FutureTask<List<InetAddress>> lookup =
                new FutureTask<>(() -> resolver.resolve(address.host()));
        int timeout = deadline.millis();
        Thread.ofPlatform().daemon().name("name-lookup").start(lookup);
        try {
            return lookup.get(timeout, TimeUnit.MILLISECONDS).stream()
                    .sorted(Comparator.comparingInt(ip -> ip instanceof Inet4Address ? 0 : 1))
                    .toList();
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name lookup timed out");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
    }
}
