package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.util.Arrays;

/// A block of IP addresses in CIDR notation.
record IpNetwork(InetAddress first, int prefix) {
    IpNetwork {
        if (prefix < 0 || prefix > first.getAddress().length * 8) {
            throw new IllegalArgumentException("no such prefix length: " + prefix);
        }
    }

    static IpNetwork of(String cidr) {
        int slash = cidr.indexOf('/');
        return new IpNetwork(
                InetAddress.ofLiteral(cidr.substring(0, slash)),
                Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = prefix / 8;
        if (Arrays.mismatch(mine, 0, whole, other, 0, whole) >= 0) {
            return false;
        }
        int rest = prefix % 8;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
