package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The public keys of signed URLs, and their groups (AWS::CloudFront::PublicKey and KeyGroup).
final class SigningKeys {
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final int ID_DIGITS = 13;

    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    /// A key. Its id, which URLs name, changes with the key, as on AWS.
    CreatedResource key(String name, ResourceProperties properties) {
        ResourceProperties config = properties.child("PublicKeyConfig");
        String pem = config.requiredText("EncodedKey");
        String id = id(name + "\n" + pem);
        keys.put(id, parsed(config.where(), pem));
        return new CreatedResource(id, Map.of("Id", id));
    }

    CreatedResource group(String name, ResourceProperties properties) {
        ResourceProperties config = properties.child("KeyGroupConfig");
        List<String> ids = new ArrayList<>();
        for (JsonNode key : config.list("Items")) {
            if (!keys.containsKey(key.asText())) {
                throw new TemplateException(
                        config.where() + ": " + key.asText() + " is not a public key");
            }
            ids.add(key.asText());
        }
        groups.put(name, List.copyOf(ids));
        return new CreatedResource(name, Map.of("Id", name));
    }

    /// The keys of these groups, by id.
    Map<String, PublicKey> keys(String where, JsonNode groupIds) {
        Map<String, PublicKey> found = new LinkedHashMap<>();
        for (JsonNode group : groupIds) {
            List<String> ids =
                    Optional.ofNullable(groups.get(group.asText()))
                            .orElseThrow(
                                    () ->
                                            new TemplateException(
                                                    where
                                                            + ": "
                                                            + group.asText()
                                                            + " is not a key group"));
            ids.forEach(id -> Optional.ofNullable(keys.get(id)).ifPresent(k -> found.put(id, k)));
        }
        return found;
    }

    private static PublicKey parsed(String where, String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                PublicKey key =
                        KeyFactory.getInstance(algorithm)
                                .generatePublic(
                                        new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
                if (isSupported(key)) {
                    return key;
                }
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                // Of another algorithm, or no key at all.
            }
        }
        throw new TemplateException(
                where
                        + ": EncodedKey is not a public key for signed URLs (PEM; RSA with 2048 bits or"
                        + " ECDSA with 256)");
    }

    private static boolean isSupported(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() == RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() == EC_BITS;
            default -> false;
        };
    }

    private static String id(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "K"
                    + HexFormat.of()
                            .formatHex(hash)
                            .substring(0, ID_DIGITS)
                            .toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
