package io.parler.status.aws;

import io.parler.problem.UnavailableException;
import io.parler.status.UrlSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The signer with the private key of the parameter store. It is read when the first address is
/// signed, and again after some minutes: it may have been replaced.
final class SsmUrlSigner implements Supplier<UrlSigner> {
    private static final Duration TTL = Duration.ofMinutes(5);

    private final SsmClient ssm;
    private final String parameter;
    private final String keyId;
    private final InstantSource clock;
    private @Nullable UrlSigner signer;
    private Instant readAt = Instant.MIN;

    /// @param parameter the name of the private key's parameter
    SsmUrlSigner(SsmClient ssm, String parameter, String keyId, InstantSource clock) {
        this.ssm = ssm;
        this.parameter = parameter;
        this.keyId = keyId;
        this.clock = clock;
    }

    @Override
    public synchronized UrlSigner get() {
        Instant now = clock.instant();
        if (signer == null || now.isAfter(readAt.plus(TTL))) {
            signer = UrlSigner.of(keyId, read());
            readAt = now;
        }
        return signer;
    }

    private String read() {
        return ssm
                .getParameters(request -> request.names(parameter).withDecryption(true))
                .parameters()
                .stream()
                .findFirst()
                .orElseThrow(() -> new UnavailableException("there is no parameter " + parameter))
                .value();
    }
}
