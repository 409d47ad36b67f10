package io.parler.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A signed URL of CloudFront, with a canned or a custom policy (CloudFront, "Use signed URLs").
///
/// @param resource the URL without what signs it
/// @param unsignedQuery its query, which the origin gets
/// @param signing the parameters that sign it, by name
record SignedUrl(String resource, String unsignedQuery, Map<String, String> signing) {
    private static final Set<String> NAMES =
            Set.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Why a request is refused.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /// @param scheme that of the address which the client used
    static SignedUrl of(Request request, String scheme) throws RefusedException {
        List<String> rest = new ArrayList<>();
        Map<String, String> signing = new HashMap<>();
        for (String pair : request.rawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!NAMES.contains(name)) {
                rest.add(pair);
            } else if (signing.put(name, pair.substring(equals + 1)) != null) {
                throw new RefusedException(name + " is there twice.");
            }
        }
        String query = String.join("&", rest);
        String url = scheme + "://" + request.header("host").orElse("") + request.rawPath();
        return new SignedUrl(query.isEmpty() ? url : url + "?" + query, query, signing);
    }

    /// Returns if the URL is signed with one of these keys and its policy allows the request.
    ///
    /// @param keys by the id that a URL names
    void check(Map<String, PublicKey> keys, String sourceAddress, Instant now)
            throws RefusedException {
        PublicKey key = keys.get(required("Key-Pair-Id"));
        if (key == null) {
            throw new RefusedException("Key-Pair-Id is not a key of this path.");
        }
        boolean custom = signing.containsKey("Policy");
        if (custom && signing.containsKey("Expires")) {
            throw new RefusedException("There must be either Policy or Expires.");
        }
        byte[] policy = custom ? decoded("Policy") : cannedPolicy();
        if (!isSigned(policy, key)) {
            throw new RefusedException("The signature is invalid.");
        }
        apply(policy, sourceAddress, now);
    }

    private byte[] cannedPolicy() throws RefusedException {
        String expires = required("Expires");
        if (!expires.matches("[0-9]{1,12}")) {
            throw new RefusedException("Expires is not a time.");
        }
        return "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%s}}}]}"
                .formatted(resource, expires)
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean isSigned(byte[] policy, PublicKey key) throws RefusedException {
        String hash =
                switch (signing.getOrDefault("Hash-Algorithm", "SHA1")) {
                    case "SHA1" -> "SHA1";
                    case "SHA256" -> "SHA256";
                    default -> throw new RefusedException("Hash-Algorithm is not supported.");
                };
        try {
            Signature signature =
                    Signature.getInstance(
                            hash + (key instanceof RSAPublicKey ? "withRSA" : "withECDSA"));
            signature.initVerify(key);
            signature.update(policy);
            return signature.verify(decoded("Signature"));
        } catch (GeneralSecurityException _) {
            return false; // the signature has another form
        }
    }

    private void apply(byte[] policy, String sourceAddress, Instant now) throws RefusedException {
        JsonNode statements;
        try {
            statements = JSON.readTree(policy).path("Statement");
        } catch (IOException _) {
            throw new RefusedException("The policy is not JSON.");
        }
        JsonNode statement = statements.path(0);
        JsonNode condition = statement.path("Condition");
        JsonNode end = condition.path("DateLessThan").path("AWS:EpochTime");
        JsonNode start = condition.path("DateGreaterThan").path("AWS:EpochTime");
        if (statements.size() != 1 || !end.canConvertToLong()) {
            throw new RefusedException("The policy needs one statement with DateLessThan.");
        }
        if (now.getEpochSecond() >= end.asLong()) {
            throw new RefusedException("The address has expired.");
        }
        if (!start.isMissingNode() && now.getEpochSecond() <= start.asLong()) {
            throw new RefusedException("The address is not valid yet.");
        }
        if (statement.has("Resource") && !matches(statement.path("Resource").asText())) {
            throw new RefusedException("The policy is for another address.");
        }
        JsonNode network = condition.path("IpAddress").path("AWS:SourceIp");
        if (!network.isMissingNode() && !isIn(network.asText(), sourceAddress)) {
            throw new RefusedException("The policy is for another IP address.");
        }
    }

    /// `*` is zero or more characters, `?` exactly one.
    private boolean matches(String pattern) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(resource).matches();
    }

    private static boolean isIn(String network, String address) {
        String[] parts = network.split("/", 2);
        if (!parts[0].matches("[0-9.]+")) {
            return false; // IPv4 only, as CloudFront
        }
        try {
            byte[] expected = InetAddress.getByName(parts[0]).getAddress();
            byte[] actual = InetAddress.getByName(address).getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : 32;
            if (expected.length != actual.length || bits < 0 || bits > 32) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((expected[bit / 8] & mask) != (actual[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | NumberFormatException _) {
            return false;
        }
    }

    private String required(String name) throws RefusedException {
        String value = signing.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new RefusedException("The address is not signed: " + name + " is missing.");
        }
        return value;
    }

    /// Base64, in which CloudFront replaces the characters that are special in a query.
    private byte[] decoded(String name) throws RefusedException {
        try {
            return Base64.getDecoder()
                    .decode(required(name).replace('-', '+').replace('_', '=').replace('~', '/'));
        } catch (IllegalArgumentException _) {
            throw new RefusedException(name + " is not Base64.");
        }
    }
}
