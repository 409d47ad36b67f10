package io.parler.local.iam;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// The roles of all functions, by the access key that each function has.
final class Roles {
    private static final int KEY_BYTES = 8;

    private final RandomGenerator random;
    private final Map<String, Role> byKey = new ConcurrentHashMap<>();

    Roles(RandomGenerator random) {
        this.random = random;
    }

    /// Adds a role and returns its access key: letters and digits, because DynamoDB Local takes
    /// no others.
    String add(Role role) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = "local" + HexFormat.of().formatHex(bytes);
        byKey.put(key, role);
        return key;
    }

    Optional<Role> ofKey(String accessKey) {
        return Optional.ofNullable(byKey.get(accessKey));
    }
}
