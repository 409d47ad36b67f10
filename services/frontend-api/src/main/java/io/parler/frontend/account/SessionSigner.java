package io.parler.frontend.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs sessions with HMAC-SHA256, and verifies them with the current and the previous secret, so
/// that a rotation signs nobody out.
public final class SessionSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<payload>v1\\.(?<hash>[0-9a-f]{64})\\.(?<ends>[0-9]{1,12}))"
                            + "\\.(?<signature>[A-Za-z0-9_-]{43})");

    private final SigningSecrets secrets;

    public SessionSigner(SigningSecrets secrets) {
        this.secrets = secrets;
    }

    public String sign(Session session) {
        String payload = "v1." + session.keyHash() + "." + session.endsAt().getEpochSecond();
        return payload + "." + signature(payload, secrets.list().getFirst());
    }

    /// Empty when we didn't sign it, or it has ended.
    public Optional<Session> verify(String value, Instant now) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Session session =
                new Session(
                        parts.group("hash"),
                        Instant.ofEpochSecond(Long.parseLong(parts.group("ends"))));
        String payload = parts.group("payload");
        String signature = parts.group("signature");
        return now.isBefore(session.endsAt())
                        && (isSigned(payload, signature, secrets.list())
                                || isSigned(payload, signature, secrets.reload()))
                ? Optional.of(session)
                : Optional.empty();
    }

    private static boolean isSigned(String payload, String signature, List<String> secrets) {
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        return secrets.stream()
                .map(secret -> signature(payload, secret).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(right -> MessageDigest.isEqual(right, given));
    }

    private static String signature(String payload, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
