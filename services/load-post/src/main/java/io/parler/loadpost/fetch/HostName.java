package io.parler.loadpost.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Parses the host of an address into its canonical form, as browsers do (WHATWG URL, "host
/// parsing"): `0x7f.1`, `2130706433` and `０１７７.0.0.1` all become `127.0.0.1`.
final class HostName {
    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private HostName() {}

    static String canonical(String host) throws InvalidAddressException {
        if (host.startsWith("[")) {
            return ipv6(host);
        }
        String name = ascii(host);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            return ipv4(name);
        }
        if (name.length() > 253 || !NAME.matcher(name).matches()) {
            throw new InvalidAddressException("The address has no readable host name.");
        }
        return name;
    }

    /// Whether the canonical host is a literal IP address.
    static boolean isLiteral(String canonical) {
        String last = canonical.substring(canonical.lastIndexOf('.') + 1);
        return canonical.startsWith("[") || NUMBER.matcher(last).matches();
    }

    private static String ascii(String host) throws InvalidAddressException {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidAddressException("The address has no readable host name.");
        }
    }

    private static String ipv6(String host) throws InvalidAddressException {
        if (!host.endsWith("]") || host.contains("%")) {
            throw new InvalidAddressException("The address has a broken IPv6 host.");
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host.substring(1, host.length() - 1));
            String text = address.getHostAddress();
            return text.contains(":") ? "[" + text + "]" : text; // a mapped address becomes IPv4
        } catch (IllegalArgumentException e) {
            throw new InvalidAddressException("The address has a broken IPv6 host.");
        }
    }

    private static String ipv4(String name) throws InvalidAddressException {
        String[] parts = name.split("\\.", -1);
        if (parts.length > 4) {
            throw new InvalidAddressException("The address has a broken IPv4 host.");
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            OptionalLong number = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (number.isEmpty() || number.getAsLong() >= limit) {
                throw new InvalidAddressException("The address has a broken IPv4 host.");
            }
            value =
                    last
                            ? value + number.getAsLong()
                            : value + (number.getAsLong() << (8 * (3 - i)));
        }
        return (value >> 24)
                + "."
                + ((value >> 16) & 255)
                + "."
                + ((value >> 8) & 255)
                + "."
                + (value & 255);
    }

    private static OptionalLong number(String part) {
        if (!NUMBER.matcher(part).matches() || part.length() > 20) {
            return OptionalLong.empty();
        }
        try {
            if (part.startsWith("0x")) {
                return OptionalLong.of(
                        part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16));
            }
            boolean octal = part.length() > 1 && part.startsWith("0");
            return OptionalLong.of(Long.parseLong(part, octal ? 8 : 10));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
