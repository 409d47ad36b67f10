package io.parler.frontend.account;

import io.parler.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// An API key: `plr_`, 32 random bytes in base64url, and a checksum. The checksum tells a mistyped
/// key apart from an unknown one, and lets secret scanners recognize a key.
///
/// @param text the whole key; it is shown once and never stored or logged
public record ApiKey(String text) {
    private static final String PREFIX = "plr_";
    private static final int RANDOM_BYTES = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public ApiKey {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an API key");
        }
    }

    /// A new key.
    ///
    /// @param random secure, such as [java.security.SecureRandom]
    public static ApiKey generate(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new ApiKey(PREFIX + body + checksum(body));
    }

    /// Empty when the text can't be a key: something is missing, or its checksum is wrong.
    public static Optional<ApiKey> parse(String text) {
        return isValid(text) ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    /// What is stored instead of the key. A key is looked up by it, so the time of a lookup tells
    /// nothing about how much of a guessed key is right.
    public String hash() {
        return Sha256.hex(text);
    }

    private static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM_LENGTH;
        return checksum(text.substring(PREFIX.length(), end)).equals(text.substring(end));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.append(BASE62.charAt((int) (rest % BASE62.length())));
            rest /= BASE62.length();
        }
        return digits.reverse().toString();
    }

    /// Without the key, so that no log line has it.
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
