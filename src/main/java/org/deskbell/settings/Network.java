package org.deskbell.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A range of addresses such as {@code 10.0.0.0/8}, {@code ::1}; never asks a name server. */
record Network(byte[] address, int bits) {
    /** Empty where it is none. */
    static Optional<Network> find(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = parse(parts[0]).orElse(null);
        if (address == null) return Optional.empty();
        int whole = address.length * 8;
        boolean plain = parts.length == 1;
        int bits = plain ? whole : parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
        return bits < 0 || bits > whole ? Optional.empty() : Optional.of(new Network(address, bits));
    }

    /** Those named in a setting, separated by commas. */
    static List<Network> all(String texts) {
        return Stream.of(texts.split(","))
                .map(Network::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The bytes of a literal address; an IPv6 address that wraps an IPv4 one counts as that one. */
    static Optional<byte[]> parse(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        boolean four = bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        boolean six = bare.indexOf(':') >= 0 && bare.length() <= 45 && bare.matches("[0-9a-fA-F:.]+");
        if (!four && !six) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network that && bits == that.bits && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) * 31 + bits;
    }
}
