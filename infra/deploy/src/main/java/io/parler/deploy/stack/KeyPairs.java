package io.parler.deploy.stack;

import io.parler.deploy.suite.Stage;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/// Creates the key pairs that stacks need: RSA with 2048 bits, as CloudFront requires for signed
/// URLs.
public final class KeyPairs {
    private static final String PUBLIC = ".pub";
    private static final int BITS = 2048;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Stage stage;
    private final ParameterStore store;

    public KeyPairs(Stage stage, ParameterStore store) {
        this.stage = stage;
        this.store = store;
    }

    /// Creates a key pair, unless its public key is there. It is written last, so an interrupted
    /// run is repeated.
    ///
    /// @param name the private key's parameter in this stage; the public key's has `.pub` behind it
    public void create(String name) {
        String parameter = stage.parameterName(name);
        if (store.get(parameter + PUBLIC).isEmpty()) {
            KeyPair pair = generate();
            store.putSecret(parameter, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            store.put(parameter + PUBLIC, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        }
    }

    /// Deletes a key pair if it is there.
    public void delete(String name) {
        String parameter = stage.parameterName(name);
        store.delete(parameter + PUBLIC);
        store.delete(parameter);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(type, LINES.encodeToString(encoded));
    }
}
