package io.parler.loadpost.fetch;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The IP addresses of a web address, IPv4 first. A name is asked for on a thread of its own: the
/// system's lookup can't be interrupted and knows no deadline.
record TimedLookup(NameLookup names) {
    List<InetAddress> of(WebAddress address, Deadline deadline) throws IOException {
        var literal = address.literal();
        if (literal.isPresent()) {
            return List.of(literal.get());
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
}
